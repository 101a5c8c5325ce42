package visibuild.testing.server;

import java.time.Clock;
import java.time.Duration;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpResponse;

/**
 * Lets a number of calls through in each window and refuses the rest, as rack-attack does: before
 * the application, in plain text, without saying how long to wait. Windows begin at multiples of
 * their length since 1970.
 */
public final class RateLimit {
  private final int calls;
  private final Duration window;
  private final Clock clock;
  private long current = Long.MIN_VALUE;
  private int seen;

  /** A limit of {@code calls} in each {@code window}. */
  public RateLimit(int calls, Duration window, Clock clock) {
    this.calls = calls;
    this.window = window;
    this.clock = clock;
  }

  /**
   * Counts a call.
   *
   * @throws HttpProblem with 429 if it is one too many
   */
  synchronized void count() {
    long now = Math.floorDiv(clock.millis(), window.toMillis());
    seen = now == current ? seen + 1 : 1;
    current = now;
    if (seen > calls) {
      throw new HttpProblem(SandboxHttpResponse.text(429, "Retry later\n"));
    }
  }
}
