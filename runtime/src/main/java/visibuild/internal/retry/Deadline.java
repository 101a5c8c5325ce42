package visibuild.internal.retry;

import java.time.Duration;
import okhttp3.Call;

/** How long a call may still take. */
final class Deadline {
  private static final Duration NONE = Duration.ofNanos(Long.MAX_VALUE);

  private Deadline() {}

  /**
   * What is left of the time allowed for {@code call}.
   *
   * @param began when it began, by {@link System#nanoTime}
   */
  static Duration left(Call call, long began) {
    long allowed = call.timeout().timeoutNanos();
    return allowed == 0 ? NONE : Duration.ofNanos(began + allowed - System.nanoTime());
  }
}
