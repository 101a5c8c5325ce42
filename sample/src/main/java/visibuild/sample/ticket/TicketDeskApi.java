package visibuild.sample.ticket;

import retrofit2.http.Body;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.client.NewTicket;
import visibuild.client.Ticket;

/**
 * The one call by which this program writes, beside {@link visibuild.Attachments}. visibuild-client
 * has it too, in {@link visibuild.client.TicketsWriteApi}; an interface with this call alone shows
 * the annotation, and lets the policy name exactly what the program needs.
 */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketDeskApi {
  /** Opens a ticket ({@code POST /api/core/v1/tickets}). */
  @POST("tickets")
  Ticket open(@Body NewTicket ticket);
}
