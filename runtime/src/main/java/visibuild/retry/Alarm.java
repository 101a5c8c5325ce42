package visibuild.retry;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;

/** Wakes a call that waits: because it was cancelled, or because its turn may have come. */
public final class Alarm extends EventListener {
  private final Semaphore rings = new Semaphore(0);

  private Alarm() {}

  /**
   * An alarm that rings when {@code call} is cancelled, which OkHttp does when its time is over.
   */
  static Alarm of(Call call) {
    Alarm alarm = new Alarm();
    call.addEventListener(alarm);
    return alarm;
  }

  @Override
  public void canceled(Call call) {
    ring();
  }

  /** Wakes who sleeps, or who is about to. */
  void ring() {
    rings.release();
  }

  /** Sleeps until it rings, or {@code most} is over. */
  void sleep(Duration most) throws InterruptedException {
    if (rings.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
