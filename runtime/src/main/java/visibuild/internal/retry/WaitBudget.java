package visibuild.internal.retry;

import java.time.Duration;
import okhttp3.Call;

/**
 * The time that one call may still spend waiting: the rest of its timeout, and the rest of the
 * ceiling for all its waits together. Belongs to the thread of the call.
 */
final class WaitBudget {
  private final Call call;
  private final long startNanos;
  private final long ceilingNanos;
  private long waitedNanos;

  /**
   * Creates the budget of a call that has not waited yet.
   *
   * @param startNanos when the call began, as of {@link System#nanoTime}
   * @param ceiling the longest that all its waits take together
   */
  WaitBudget(Call call, long startNanos, Duration ceiling) {
    this.call = call;
    this.startNanos = startNanos;
    this.ceilingNanos = ceiling.toNanos();
  }

  /** Returns whether a wait of this length fits. */
  boolean covers(Duration wait) {
    return wait.compareTo(remaining()) <= 0;
  }

  /** Returns the longest wait that fits; negative once the timeout has passed. */
  Duration remaining() {
    return Duration.ofNanos(Math.min(ceilingNanos - waitedNanos, untilTimeout()));
  }

  /** Returns whether the call's timeout, rather than the ceiling, limits {@link #remaining}. */
  boolean isLimitedByTimeout() {
    return untilTimeout() < ceilingNanos - waitedNanos;
  }

  /** Returns the sum of the recorded waits. */
  Duration spent() {
    return Duration.ofNanos(waitedNanos);
  }

  /** Records a wait. */
  void spend(Duration wait) {
    waitedNanos += wait.toNanos();
  }

  private long untilTimeout() {
    long timeout = call.timeout().timeoutNanos();
    return timeout == 0 ? Long.MAX_VALUE : startNanos + timeout - System.nanoTime();
  }
}
