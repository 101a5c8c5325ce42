package visibuild.client;

import java.util.Optional;
import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * Photos and files of projects. Reads only; {@link visibuild.Attachments} uploads the files of
 * tickets.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ)
public interface ProjectAttachmentsApi {
  /**
   * Lists all attachments of a project.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/attachments}; paged; scope {@code read}.
   * Source: client code.
   */
  @GET("projects/{projectId}/attachments")
  Paged<ProjectAttachment> ofProject(@Path("projectId") String projectId);

  /**
   * Finds one attachment of a project; empty if the server responds 404.
   *
   * <p>{@code GET /api/core/v1/projects/{projectId}/attachments/{id}}; one record; scope {@code
   * read}. Source: client code.
   */
  @GET("projects/{projectId}/attachments/{id}")
  Optional<ProjectAttachment> find(@Path("projectId") String projectId, @Path("id") String id);
}
