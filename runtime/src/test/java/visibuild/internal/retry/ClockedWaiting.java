package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import visibuild.fixture.MutableClock;

/** Waits by moving the clock. */
final class ClockedWaiting implements Sleeper {
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final MutableClock clock = new MutableClock();

  @Override
  public void await(Duration wait, Call call, Wakeup alarm) throws IOException {
    if (call.isCanceled()) {
      throw new IOException("Canceled");
    }
    waits.add(wait);
    clock.advance(wait);
  }

  /** The clock's time, as a pace wants it. */
  long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }
}
