package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import visibuild.fixture.MutableClock;

/** Waits by moving the clock. */
final class ClockedWaiting implements Sleeper {
  final List<Duration> waits = new CopyOnWriteArrayList<>();
  final MutableClock clock = new MutableClock();

  @Override
  public void await(Duration wait, Wakeup wakeup) throws IOException {
    if (wakeup.isCancelled()) {
      throw new IOException("Canceled");
    }
    waits.add(wait);
    clock.advance(wait);
  }

  /** Returns the clock's time, as a rate limiter wants it. */
  long nanos() {
    return TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }
}
