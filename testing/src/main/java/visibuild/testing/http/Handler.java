package visibuild.testing.http;

/** Answers the calls of one route. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers {@code call}.
   *
   * @throws HttpProblem with the answer, if the call cannot be served
   */
  SandboxHttpResponse handle(RoutedRequest call);
}
