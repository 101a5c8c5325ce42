package visibuild.testing.http;

/** Answers the calls of one route. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers {@code call}.
   *
   * @throws Refusal with the answer, if the call cannot be served
   */
  Answer handle(Call call);
}
