package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Call;
import okhttp3.Request;
import visibuild.ConnectionException;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.WrappedApiIOException;

/** Makes a call wait for its turn, if that comes within its time. */
final class RateLimitGate {
  private final RateLimiter pace;
  private final Sleeper waiting;

  RateLimitGate(RateLimiter pace, Sleeper waiting) {
    this.pace = pace;
    this.waiting = waiting;
  }

  /**
   * Returns when the call may go out.
   *
   * @param began when the call began, by {@link System#nanoTime}
   * @throws IOException if it is not wanted any more, or would have to wait for too long
   */
  void await(Call call, Request request, long began) throws IOException {
    if (pace.tryAcquire()) {
      return;
    }
    Wakeup alarm = Wakeup.of(call);
    Duration left = Deadline.left(call, began);
    refuseBeyond(left, pace.join(alarm, left), request);
    try {
      for (Duration sleep = pace.turn(alarm); !sleep.isZero(); sleep = pace.turn(alarm)) {
        refuseBeyond(Deadline.left(call, began), pace.leastWait(), request);
        waiting.await(sleep, call, alarm);
      }
    } finally {
      pace.leave(alarm);
    }
  }

  private void refuseBeyond(Duration left, Duration wait, Request request)
      throws WrappedApiIOException {
    if (wait.compareTo(left) <= 0) {
      return;
    }
    String reason =
        pace.isPaused()
            ? "Visibuild answered that there were too many requests (429), and all calls wait"
            : "the rate limit of this connection leaves no room for it yet";
    throw new WrappedApiIOException(
        new ConnectionException(
            ("%s was not sent: %s. Its turn would come in %s, and its timeout is over in %s; allow"
                    + " it more time, or make fewer calls.")
                .formatted(CallLabel.of(request), reason, seconds(wait), seconds(left)),
            null));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", Math.max(time.toMillis(), 0) / 1000.0);
  }
}
