package visibuild.internal.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a random delay up to a bound that doubles with each
 * failure, so that programs which failed together do not retry together.
 *
 * @param minimum the delay that is always added
 * @param firstBound the bound of the random part after the first failure
 * @param maximumBound the largest bound of the random part
 * @param random the source of randomness
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">
 *     Exponential backoff and jitter</a>
 */
public record ExponentialBackoff(
    Duration minimum, Duration firstBound, Duration maximumBound, RandomGenerator random) {
  /** Doubling more often exceeds any bound. */
  private static final int MAX_DOUBLINGS = 20;

  /**
   * Returns the delay before a retry.
   *
   * @param retry the number of the retry, from 1
   */
  public Duration before(int retry) {
    int doublings = Math.min(Math.max(retry - 1, 0), MAX_DOUBLINGS);
    Duration doubled = firstBound.multipliedBy(1L << doublings);
    Duration bound = doubled.compareTo(maximumBound) < 0 ? doubled : maximumBound;
    return minimum.plusNanos((long) (bound.toNanos() * random.nextDouble()));
  }
}
