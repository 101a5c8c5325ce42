package visibuild.internal.retry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import okhttp3.Request;

/**
 * Ends the wait of one call when its turn may have come, or when the call is cancelled. OkHttp
 * cancels a call whose timeout has passed.
 */
public final class Wakeup {
  /** OkHttp 4 has no listener for a single call, so a wait looks for a cancellation this often. */
  private static final long CANCELLATION_CHECK_NANOS = Duration.ofMillis(50).toNanos();

  private final Semaphore signals = new Semaphore(0);
  private final Request request;
  private final BooleanSupplier cancelled;

  /**
   * Creates the wakeup of one call.
   *
   * @param request the call's request
   * @param cancelled whether the call was cancelled
   */
  Wakeup(Request request, BooleanSupplier cancelled) {
    this.request = request;
    this.cancelled = cancelled;
  }

  /** Returns the call's request. */
  Request request() {
    return request;
  }

  /** Returns whether the call was cancelled. */
  boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /** Ends the wait that goes on, or the next one. */
  void signal() {
    signals.release();
  }

  /** Waits until a signal or a cancellation, and no longer than {@code longest}. */
  void await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toNanos(); left > 0; left = end - System.nanoTime()) {
      long slice = Math.min(left, CANCELLATION_CHECK_NANOS);
      if (signals.tryAcquire(slice, TimeUnit.NANOSECONDS)) {
        signals.drainPermits();
        return;
      }
      if (isCancelled()) {
        return;
      }
    }
  }
}
