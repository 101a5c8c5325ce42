package visibuild.testing.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import visibuild.testing.data.Portfolio;
import visibuild.testing.data.Project;
import visibuild.testing.data.Site;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.RoutedRequest;

/** Finds the project that a path speaks of. */
final class ProjectLookup {
  private final List<Project> projects;
  private final Map<String, Site> byId = new HashMap<>();

  ProjectLookup(Portfolio portfolio) {
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
   * @throws HttpProblem with 404 if there is none
   */
  Site of(RoutedRequest call) {
    String id = call.variable("projectId");
    Site site = byId.get(id);
    if (site == null) {
      throw HttpProblem.notFound("project", id);
    }
    return site;
  }

  /** A list endpoint over one of the lists of a project. */
  <T> ListEndpoint<T> list(
      String key, Function<Site, List<T>> records, Function<T, String> cursor) {
    return ListEndpoint.of(key, call -> records.apply(of(call)), cursor);
  }
}
