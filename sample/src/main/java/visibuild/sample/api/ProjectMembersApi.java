package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.ProjectCompany;
import visibuild.sample.records.ProjectUser;

/** Who takes part in a project. */
@VisibuildApi(scope = Scope.READ)
public interface ProjectMembersApi {
  /** The people. */
  @GET("projects/{projectId}/users")
  Paged<ProjectUser> users(@Path("projectId") String projectId);

  /** The companies. */
  @GET("projects/{projectId}/companies")
  Paged<ProjectCompany> companies(@Path("projectId") String projectId);
}
