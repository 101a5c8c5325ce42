package visibuild.sample.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Comment;
import visibuild.sample.records.Ticket;
import visibuild.sample.records.TicketAttachment;

/** Tickets, to read. To open one: {@link TicketDeskApi}. */
@VisibuildApi(scope = Scope.READ)
public interface TicketsApi {
  /** The tickets of a project, or of all projects if {@code projectId} is {@code null}. */
  @GET("tickets")
  Paged<Ticket> list(@Query("projectId") @Nullable String projectId);

  /** One ticket; empty if there is none with this id. */
  @GET("tickets/{id}")
  Optional<Ticket> find(@Path("id") String id);

  /** What was said about a ticket. */
  @GET("tickets/{id}/comments")
  Paged<Comment> comments(@Path("id") String id);

  /** The photos and files of a ticket. */
  @GET("tickets/{id}/attachments")
  Paged<TicketAttachment> attachments(@Path("id") String id);
}
