package visibuild.sample.readme;

import retrofit2.http.GET;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Project;

/** The interface that the README begins with. */
@VisibuildApi(scope = Scope.READ)
public interface ProjectsApi {
  @GET("projects")
  Paged<Project> list();
}
