package visibuild.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Waits in the call's own thread. OkHttp cancels a call whose time is over, so a cancellation and a
 * deadline both end the wait.
 */
public final class CallWaiting implements Waiting {
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
    // Looked at after listening: a cancellation in between is seen by one of the two.
    if (call.isCanceled() || wasUnwanted(unwanted, wait)) {
      throw new IOException("Canceled");
    }
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
