package visibuild.internal.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import visibuild.ConnectionException;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Waits in the call's own thread. OkHttp cancels a call whose time is over, so a cancellation and a
 * deadline both end the wait; and so does the end of the connection.
 */
public final class CancellableSleeper implements Sleeper, AutoCloseable {
  private final Set<Wakeup> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Makes it. */
  public CancellableSleeper() {}

  @Override
  public void await(Duration wait, Call call, Wakeup alarm) throws IOException {
    waits.add(alarm);
    try {
      // Looked at after the alarm was set: what happens in between is seen by one of the two.
      if (!closed && !call.isCanceled()) {
        sleep(wait, alarm);
      }
      if (closed) {
        throw new WrappedApiIOException(
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
    waits.forEach(Wakeup::signal);
  }

  private static void sleep(Duration wait, Wakeup alarm) throws IOException {
    try {
      alarm.await(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
