package visibuild.testing.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: which requests go to which handler, and the scope they need.
 *
 * @param path the path, with variables such as <code>{projectId}</code>, each a whole step
 * @param scope the OAuth scope that a token must have: {@code read} or {@code write}
 */
public record Route(String method, String path, String scope, Handler handler) {
  /** A route that reads. HEAD is served too, as Rails does. */
  public static Route read(String path, Handler handler) {
    return new Route("GET", path, "read", handler);
  }

  /** A route that writes. */
  public static Route write(String method, String path, Handler handler) {
    return new Route(method, path, "write", handler);
  }

  /** The route of {@code routes} that serves {@code request}, with its call, or null. */
  public static @Nullable Match find(
      List<Route> routes, SandboxHttpRequest request, Strictness strictness) {
    String method = request.isHead() ? "GET" : request.method();
    List<String> steps = steps(request.path());
    for (Route route : routes) {
      Map<String, String> variables = new HashMap<>();
      if (route.method.equals(method) && route.takes(steps, variables)) {
        return new Match(
            route,
            new RoutedRequest(
                request, route, Map.copyOf(variables), Form.parse(request.query()), strictness));
      }
    }
    return null;
  }

  /** A route and the call it serves. */
  public record Match(Route route, RoutedRequest call) {}

  /** The method and the path, as messages name the route. */
  String label() {
    return method + " " + path;
  }

  /** Returns whether the documentation names a body for such requests. */
  boolean takesBody() {
    return !method.equals("GET") && !method.equals("DELETE");
  }

  /** Returns how much {@code other} differs from the path of this route. */
  int distance(String other) {
    return Nearest.distance(steps(other), steps(path));
  }

  private boolean takes(List<String> steps, Map<String, String> variables) {
    List<String> pattern = steps(path);
    if (pattern.size() != steps.size()) {
      return false;
    }
    for (int i = 0; i < pattern.size(); i++) {
      String step = pattern.get(i);
      if (step.startsWith("{")) {
        variables.put(step.substring(1, step.length() - 1), Form.decodeSegment(steps.get(i)));
      } else if (!step.equals(steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The steps of a path; like Rails it forgives a slash too many, between steps or at the end. */
  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    return steps;
  }
}
