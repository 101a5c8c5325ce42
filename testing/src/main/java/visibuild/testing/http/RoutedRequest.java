package visibuild.testing.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request that a route serves: with the variables of its path and its query, decoded. */
public record RoutedRequest(
    SandboxHttpRequest request,
    Route route,
    Map<String, String> variables,
    Form query,
    Strictness strictness) {
  /**
   * Checks the query, the path for empty steps, and that there is no body where none is read.
   *
   * @throws HttpProblem with 400 if the sandbox is strict and a parameter is not documented or
   *     occurs twice, the path has a slash too many, or the body would be ignored
   */
  public void check() {
    if (request.path().contains("//") || request.path().endsWith("/")) {
      strictness.checkPath(List.of(route), request);
    }
    strictness.checkQuery(route, query);
    strictness.checkBody(route, request.body());
  }

  /** The variable {@code name} of the route's path. */
  public String variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  /** The query parameter {@code name}, or null. */
  public @Nullable String parameter(String name) {
    return query.get(name);
  }

  /** The JSON object in the body. */
  public JsonBody json() {
    return JsonBody.of(request, route.label(), strictness);
  }
}
