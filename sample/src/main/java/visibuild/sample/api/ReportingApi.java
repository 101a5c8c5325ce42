package visibuild.sample.api;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;
import visibuild.sample.records.Location;
import visibuild.sample.records.ProjectVisiCounts;
import visibuild.sample.records.ReportedProject;

/** The Reporting API: counts that the server has made, in pages of five. */
@VisibuildApi(scope = Scope.READ, path = "api/v2/")
public interface ReportingApi {
  /** All projects. */
  @GET("projects")
  Paged<ReportedProject> projects();

  /** Each project's visis by type and status. */
  @GET("projects/visi-counts")
  Paged<ProjectVisiCounts> visiCounts();

  /** All locations of a project. */
  @GET("projects/{projectId}/locations")
  Paged<Location> locations(@Path("projectId") String projectId);
}
