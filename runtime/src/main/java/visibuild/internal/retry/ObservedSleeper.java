package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import visibuild.internal.event.CallTracker;

/** Publishes how long a call waited for its turn, or before a retry. */
public final class ObservedSleeper implements Sleeper {
  private final Sleeper sleeper;
  private final boolean forRateLimit;

  /** Creates a sleeper that publishes waits before a retry. */
  public ObservedSleeper(Sleeper sleeper) {
    this(sleeper, false);
  }

  private ObservedSleeper(Sleeper sleeper, boolean forRateLimit) {
    this.sleeper = sleeper;
    this.forRateLimit = forRateLimit;
  }

  @Override
  public Sleeper forRateLimit() {
    return new ObservedSleeper(sleeper, true);
  }

  @Override
  public void await(Duration wait, Wakeup wakeup) throws IOException {
    @Nullable CallTracker tracker = CallTracker.of(wakeup.request());
    long start = System.nanoTime();
    try {
      sleeper.await(wait, wakeup);
    } finally {
      if (tracker != null && forRateLimit) {
        tracker.rateLimitAwaited(start);
      } else if (tracker != null) {
        tracker.retryAwaited(start);
      }
    }
  }
}
