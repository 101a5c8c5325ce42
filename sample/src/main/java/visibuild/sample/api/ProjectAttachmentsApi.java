package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.ProjectAttachment;

/** The photos and files of a project. */
@VisibuildApi(scope = Scope.READ)
public interface ProjectAttachmentsApi {
  /** All of them. */
  @GET("projects/{projectId}/attachments")
  Paged<ProjectAttachment> ofProject(@Path("projectId") String projectId);

  /** One of them. */
  @GET("projects/{projectId}/attachments/{id}")
  ProjectAttachment get(@Path("projectId") String projectId, @Path("id") String id);
}
