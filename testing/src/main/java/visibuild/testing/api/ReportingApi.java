package visibuild.testing.api;

import static visibuild.testing.http.Route.read;

import java.util.List;
import visibuild.testing.data.Location;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Site;
import visibuild.testing.http.Route;

/** The table of the Reporting API. */
final class ReportingApi {
  private static final String BASE = "/api/v2";

  private ReportingApi() {}

  /** A project as this API shows it. */
  record ReportedProject(String id, String name) {}

  static List<Route> routes(Portfolio portfolio, ProjectLookup sites) {
    List<ReportedProject> projects =
        sites.projects().stream().map(p -> new ReportedProject(p.id(), p.name())).toList();
    return List.of(
        read(
            BASE + "/projects",
            ListEndpoint.of("projects", call -> projects, ReportedProject::id).inFixedPages()),
        read(
            BASE + "/projects/visi-counts",
            ListEndpoint.of("projects", call -> VisiCounts.of(portfolio.sites()), VisiCounts::id)
                .inFixedPages()),
        read(
            BASE + "/projects/{projectId}/locations",
            sites.list("locations", Site::locations, Location::id).inFixedPages()));
  }
}
