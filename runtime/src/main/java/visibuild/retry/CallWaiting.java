package visibuild.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import visibuild.ConnectionException;
import visibuild.failure.CarriedFailure;

/**
 * Waits in the call's own thread. OkHttp cancels a call whose time is over, so a cancellation and a
 * deadline both end the wait; and so does the end of the connection.
 */
public final class CallWaiting implements Waiting, AutoCloseable {
  private final Set<CountDownLatch> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Makes it. */
  public CallWaiting() {}

  @Override
  public void await(Duration wait, Call call) throws IOException {
    CountDownLatch unwanted = new CountDownLatch(1);
    call.addEventListener(
        new EventListener() {
          @Override
          public void canceled(Call cancelled) {
            unwanted.countDown();
          }
        });
    waits.add(unwanted);
    try {
      // Looked at after listening: what happens in between is seen by one of the two.
      boolean ended = call.isCanceled() || closed || wasUnwanted(unwanted, wait);
      if (closed) {
        throw new CarriedFailure(
            new ConnectionException("This Visibuild was closed while the call waited.", null));
      }
      if (ended) {
        throw new IOException("Canceled");
      }
    } finally {
      waits.remove(unwanted);
    }
  }

  /** Ends each wait that goes on, and those that begin later. */
  @Override
  public void close() {
    closed = true;
    waits.forEach(CountDownLatch::countDown);
  }

  private static boolean wasUnwanted(CountDownLatch unwanted, Duration wait) throws IOException {
    try {
      return unwanted.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
