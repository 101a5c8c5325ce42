package visibuild.internal.retry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;

/**
 * Ends the wait of one call when its turn may have come, or when the call is cancelled. OkHttp
 * cancels a call whose timeout has passed.
 */
public final class Wakeup {
  /** OkHttp 4 has no listener for a single call, so a wait looks for a cancellation this often. */
  private static final long CANCELLATION_CHECK_NANOS = Duration.ofMillis(50).toNanos();

  private final Semaphore signals = new Semaphore(0);
  private final Call call;

  /** Creates the wakeup of {@code call}. */
  Wakeup(Call call) {
    this.call = call;
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
      if (call.isCanceled()) {
        return;
      }
    }
  }
}
