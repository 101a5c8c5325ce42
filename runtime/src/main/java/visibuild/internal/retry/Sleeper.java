package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;

/** Suspends the thread of a call. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits for {@code wait}, until {@code wakeup} is signalled, or until {@code call} is cancelled,
   * whichever comes first.
   *
   * @throws IOException if the call was cancelled, its timeout passed, the connection was closed or
   *     the thread was interrupted
   */
  void await(Duration wait, Call call, Wakeup wakeup) throws IOException;

  /** Returns the sleeper for waits until the rate limit lets a call pass. */
  default Sleeper forRateLimit() {
    return this;
  }
}
