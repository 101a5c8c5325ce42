package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;

/** How a call waits. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits until {@code wait} is over or {@code alarm} rings, and no longer than {@code call} is
   * wanted.
   *
   * @throws IOException if the call was cancelled, or its time ran out, or the thread was
   *     interrupted
   */
  void await(Duration wait, Call call, Wakeup alarm) throws IOException;
}
