package visibuild.internal.auth;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: at random up to a bound that doubles, so that programs which
 * failed together do not come back together ("full jitter").
 *
 * @param shortest what is waited in any case
 * @param first the bound after the first failure
 * @param longest the bound that is never passed
 */
record Backoff(Duration shortest, Duration first, Duration longest) {
  /** Between the tries of one request, while calls wait for it. */
  static final Backoff OF_TRIES =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(5));

  /** Between requests. */
  static final Backoff OF_REQUESTS =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(1));

  /** Doubling beyond this is past any bound. */
  private static final int MOST_DOUBLINGS = 20;

  Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
    Duration bound = first.multipliedBy(1L << doublings);
    long nanos = (bound.compareTo(longest) < 0 ? bound : longest).toNanos();
    return shortest.plusNanos((long) (nanos * random.nextDouble()));
  }
}
