package visibuild.client;

import retrofit2.http.GET;
import retrofit2.http.Path;
import visibuild.Paged;
import visibuild.Scope;
import visibuild.VisibuildApi;

/**
 * The Reporting API: figures that the server counts. Reads only, in pages of 5 records.
 *
 * @since 0.1
 */
@VisibuildApi(scope = Scope.READ, path = "api/v2/")
public interface ReportingApi {
  /**
   * Lists the projects that the credential reaches.
   *
   * <p>{@code GET /api/v2/projects}; paged; scope {@code read}. Source: help article <i>Reporting
   * API reference</i>.
   */
  @GET("projects")
  Paged<ReportedProject> projects();

  /**
   * Lists the counts of visis, project by project.
   *
   * <p>{@code GET /api/v2/projects/visi-counts}; paged; scope {@code read}. Source: help article
   * <i>Reporting API reference</i>. Not documented: the treatment of archived visis.
   */
  @GET("projects/visi-counts")
  Paged<ProjectVisiCounts> visiCounts();

  /**
   * Lists the locations of a project.
   *
   * <p>{@code GET /api/v2/projects/{projectId}/locations}; paged; scope {@code read}. Source: help
   * article <i>Reporting API reference</i>.
   */
  @GET("projects/{projectId}/locations")
  Paged<Location> locations(@Path("projectId") String projectId);
}
