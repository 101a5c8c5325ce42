package visibuild.testing.http;

import java.util.Set;

/** Handles the calls of one route. */
@FunctionalInterface
public interface Handler {
  /**
   * Handles {@code call}.
   *
   * @throws HttpProblem with the response, if the call cannot be served
   */
  SandboxHttpResponse handle(RoutedRequest call);

  /** The documented query parameters. */
  default Set<String> parameters() {
    return Set.of();
  }
}
