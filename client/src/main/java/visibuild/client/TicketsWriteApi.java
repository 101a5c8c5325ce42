package visibuild.client;

import retrofit2.http.Body;
import retrofit2.http.POST;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Tickets, to read and to open. No documented endpoint changes a ticket or comments on it.
 *
 * <pre>{@code
 * TicketsWriteApi tickets = TicketsWriteApiClient.create(visibuild.writeAccess());
 * Ticket ticket = tickets.open(NewTicket.of("Cracked tile", projectId));
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ_WRITE)
public interface TicketsWriteApi extends TicketsApi {
  /**
   * Opens a ticket and returns it as the server stored it.
   *
   * <p>{@code POST /api/core/v1/tickets}; one record; scope {@code read write}. Source: help
   * article <i>Uploading attachments via API</i>. No idempotency key is documented, so a failed
   * call is not repeated after the server may have acted. {@link VisibuildClient#openTicket} also
   * uploads the photos.
   */
  @POST("tickets")
  Ticket open(@Body NewTicket ticket);
}
