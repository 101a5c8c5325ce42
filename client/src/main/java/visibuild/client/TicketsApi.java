package visibuild.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.IncrementalSync;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Tickets with their comments and files. Reads only; {@link TicketsWriteApi} opens tickets.
 *
 * <pre>{@code
 * Optional<Ticket> ticket = api.tickets().find(id);
 * }</pre>
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface TicketsApi {
  /**
   * Lists the tickets of all projects that the credential reaches.
   *
   * <p>The same request as {@link #list(String)}, without a project.
   */
  default Paged<Ticket> list() {
    return list(null);
  }

  /**
   * Lists the tickets of a project.
   *
   * <p>The same request as {@link #list(String)}.
   */
  default Paged<Ticket> ofProject(String projectId) {
    return list(projectId);
  }

  /**
   * Lists tickets.
   *
   * <p>{@code GET /api/core/v1/tickets}; paged; scope {@code read}. Source: client code.
   *
   * @param projectId the id of the project, or {@code null} for all projects
   */
  @GET("tickets")
  Paged<Ticket> list(@Query("projectId") @Nullable String projectId);

  /**
   * Finds one ticket; empty if the server responds 404.
   *
   * <p>{@code GET /api/core/v1/tickets/{id}}; one record; scope {@code read}. Source: client code.
   */
  @GET("tickets/{id}")
  Optional<Ticket> find(@Path("id") String id);

  /**
   * Lists the comments on a ticket.
   *
   * <p>{@code GET /api/core/v1/tickets/{id}/comments}; paged; scope {@code read}. Source: client
   * code.
   */
  @GET("tickets/{id}/comments")
  Paged<Comment> comments(@Path("id") String id);

  /**
   * Lists the photos and files of a ticket.
   *
   * <p>{@code GET /api/core/v1/tickets/{id}/attachments}; paged; scope {@code read}. Source: client
   * code.
   */
  @GET("tickets/{id}/attachments")
  Paged<TicketAttachment> attachments(@Path("id") String id);

  /**
   * Creates a sync that passes on the tickets that changed since its last run.
   *
   * <p>No filter by time is documented for this endpoint, so each run reads the whole list and
   * compares {@link Ticket#updatedAt} here. Tickets without that time are always passed on. Where a
   * webhook can be used, it saves these requests.
   *
   * @param projectId the id of the project, or {@code null} for all projects
   */
  default IncrementalSync<Ticket> sync(@Nullable String projectId) {
    return IncrementalSync.of(
        since -> Syncs.changedAfter(since, list(projectId), Ticket::updatedAt),
        Ticket::id,
        ticket -> Syncs.changeTime(ticket.updatedAt()));
  }
}
