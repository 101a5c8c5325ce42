package visibuild.testing.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Project;
import visibuild.testing.data.Site;
import visibuild.testing.http.Call;
import visibuild.testing.http.Refusal;

/** Finds the project that a path speaks of. */
final class Sites {
  private final List<Project> projects;
  private final Map<String, Site> byId = new HashMap<>();

  Sites(Portfolio portfolio) {
    this.projects = portfolio.sites().stream().map(Site::project).toList();
    portfolio.sites().forEach(site -> byId.put(site.project().id(), site));
  }

  List<Project> projects() {
    return projects;
  }

  boolean has(String projectId) {
    return byId.containsKey(projectId);
  }

  /**
   * The project {@code {projectId}}.
   *
   * @throws Refusal with 404 if there is none
   */
  Site of(Call call) {
    String id = call.variable("projectId");
    Site site = byId.get(id);
    if (site == null) {
      throw Refusal.notFound("project", id);
    }
    return site;
  }

  /** A list endpoint over one of the lists of a project. */
  <T> Listing<T> list(String key, Function<Site, List<T>> records, Function<T, String> cursor) {
    return Listing.of(key, call -> records.apply(of(call)), cursor);
  }
}
