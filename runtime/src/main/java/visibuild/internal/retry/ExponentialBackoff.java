package visibuild.internal.retry;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The wait before a retry for which the server named no time: random below a bound that doubles
 * from 0.5 to 30 s ("full jitter"), so that programs which failed together do not return together.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">
 *     Exponential backoff and jitter</a>
 */
public final class ExponentialBackoff {
  private static final Duration FIRST_BOUND = Duration.ofMillis(500);
  private static final Duration LAST_BOUND = Duration.ofSeconds(30);
  private static final int MAX_DOUBLINGS = 20;

  private final Supplier<? extends RandomGenerator> random;

  /**
   * Creates a backoff.
   *
   * @param random returns the generator for the current thread
   */
  public ExponentialBackoff(Supplier<? extends RandomGenerator> random) {
    this.random = random;
  }

  /**
   * Returns the wait before a retry.
   *
   * @param retry the number of the retry, from 1
   */
  public Duration before(int retry) {
    long bound = FIRST_BOUND.toMillis() << Math.min(retry - 1, MAX_DOUBLINGS);
    return Duration.ofMillis(random.get().nextLong(Math.min(bound, LAST_BOUND.toMillis()) + 1));
  }
}
