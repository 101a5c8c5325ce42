package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;

/** Suspends the thread of a call. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits for {@code wait}, or until {@code wakeup} is signalled or its call is cancelled.
   *
   * @throws IOException if the call was cancelled, its timeout passed, the connection was closed or
   *     the thread was interrupted
   */
  void await(Duration wait, Wakeup wakeup) throws IOException;

  /** Returns the sleeper for waits until the rate limit lets a call pass. */
  default Sleeper forRateLimit() {
    return this;
  }
}
