package visibuild.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import visibuild.ConnectionException;
import visibuild.failure.CarriedFailure;

/**
 * Waits in the call's own thread. OkHttp cancels a call whose time is over, so a cancellation and a
 * deadline both end the wait; and so does the end of the connection.
 */
public final class CallWaiting implements Waiting, AutoCloseable {
  private final Set<Alarm> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Makes it. */
  public CallWaiting() {}

  @Override
  public void await(Duration wait, Call call, Alarm alarm) throws IOException {
    waits.add(alarm);
    try {
      // Looked at after the alarm was set: what happens in between is seen by one of the two.
      if (!closed && !call.isCanceled()) {
        sleep(wait, alarm);
      }
      if (closed) {
        throw new CarriedFailure(
            new ConnectionException("This Visibuild was closed while the call waited.", null));
      }
      if (call.isCanceled()) {
        throw new IOException("Canceled");
      }
    } finally {
      waits.remove(alarm);
    }
  }

  /** Ends each wait that goes on, and those that begin later. */
  @Override
  public void close() {
    closed = true;
    waits.forEach(Alarm::ring);
  }

  private static void sleep(Duration wait, Alarm alarm) throws IOException {
    try {
      alarm.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
