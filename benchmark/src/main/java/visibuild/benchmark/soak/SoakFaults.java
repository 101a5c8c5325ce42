package visibuild.benchmark.soak;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request fails: two of a thousand at any time, and most of them during a
 * disturbance. Safe for use by several threads.
 */
final class SoakFaults {
  private static final double SINGLE_SHARE = 0.002;
  private static final double DISTURBED_SHARE = 0.5;

  private volatile @Nullable Fault disturbance;

  /** Starts a disturbance, or ends it with null. */
  void disturb(@Nullable Fault fault) {
    disturbance = fault;
  }

  /** Returns the fault of the next request of {@code call}; null for none. */
  @Nullable Fault next(CallRecord call) {
    if (!call.mayFail()) {
      return null;
    }
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Fault current = disturbance;
    if (current == Fault.TOO_MANY_REQUESTS) {
      return current;
    }
    if (current != null && current != Fault.REVOKED_TOKENS) {
      return random.nextDouble() < DISTURBED_SHARE ? current : null;
    }
    return random.nextDouble() < SINGLE_SHARE
        ? Fault.SINGLE.get(random.nextInt(Fault.SINGLE.size()))
        : null;
  }
}
