package visibuild.sample.api;

import retrofit2.http.Body;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.NewTicket;
import visibuild.sample.records.Ticket;

/** All that opening a ticket needs, beside {@link visibuild.Attachments}. */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketDeskApi {
  /** Opens a ticket. */
  @POST("tickets")
  Ticket open(@Body NewTicket ticket);
}
