package visibuild.internal.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import visibuild.ConnectionException;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Waits in the call's own thread. A cancellation, the call's timeout, an interrupt and {@link
 * #close} end each wait. Safe for use by several threads.
 */
public final class CancellableSleeper implements Sleeper, AutoCloseable {
  private final Set<Wakeup> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Creates a sleeper that is open. */
  public CancellableSleeper() {}

  @Override
  public void await(Duration wait, Wakeup wakeup) throws IOException {
    waits.add(wakeup);
    try {
      // Checked after the registration, so that a close in between is seen by one of the two.
      if (!closed && !wakeup.isCancelled()) {
        sleep(wait, wakeup);
      }
      if (closed) {
        throw new WrappedApiIOException(
            new ConnectionException("This Visibuild was closed while the call waited.", null));
      }
      if (wakeup.isCancelled()) {
        throw new IOException("Canceled");
      }
    } finally {
      waits.remove(wakeup);
    }
  }

  /** Ends each current and future wait with a failure. */
  @Override
  public void close() {
    closed = true;
    waits.forEach(Wakeup::signal);
  }

  private static void sleep(Duration wait, Wakeup wakeup) throws IOException {
    try {
      wakeup.await(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
