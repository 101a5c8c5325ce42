package visibuild.internal.retry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;

/** Wakes a call that waits: because it was cancelled, or because its turn may have come. */
public final class Wakeup extends EventListener {
  private final Semaphore rings = new Semaphore(0);

  private Wakeup() {}

  /**
   * An alarm that rings when {@code call} is cancelled, which OkHttp does when its time is over.
   */
  static Wakeup of(Call call) {
    Wakeup alarm = new Wakeup();
    call.addEventListener(alarm);
    return alarm;
  }

  @Override
  public void canceled(Call call) {
    signal();
  }

  /** Wakes who sleeps, or who is about to. */
  void signal() {
    rings.release();
  }

  /** Sleeps until it rings, or {@code most} is over. */
  void await(Duration most) throws InterruptedException {
    if (rings.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
