package visibuild.internal.retry;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * How long to wait before an attempt where the server does not say: a random time up to a bound
 * that doubles, so that programs which failed together do not come back together ("full jitter").
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">
 *     Exponential backoff and jitter</a>
 */
public final class ExponentialBackoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Supplier<? extends RandomGenerator> random;

  /** Makes a backoff that draws from {@code random}, asked each time: some belong to a thread. */
  public ExponentialBackoff(Supplier<? extends RandomGenerator> random) {
    this.random = random;
  }

  /**
   * The wait before an attempt.
   *
   * @param retry which repetition it is, from 1
   */
  public Duration before(int retry) {
    long bound = FIRST.toMillis() << Math.min(retry - 1, 20);
    return Duration.ofMillis(random.get().nextLong(Math.min(bound, LONGEST.toMillis()) + 1));
  }
}
