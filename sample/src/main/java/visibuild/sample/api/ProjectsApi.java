package visibuild.sample.api;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Project;

/** The sites that the credential reaches. */
@VisibuildApi(scope = Scope.READ)
public interface ProjectsApi {
  /** All projects. */
  @GET("projects")
  Paged<Project> list();
}
