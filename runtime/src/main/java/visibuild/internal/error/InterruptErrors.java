package visibuild.internal.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** Distinguishes an interrupt of the thread from other failures of input and output. */
public final class InterruptErrors {
  private InterruptErrors() {}

  /**
   * Returns whether {@code failure} shows that the thread was interrupted, or that the timeout of
   * its whole call passed. The timeout of a single read is neither.
   */
  public static boolean isInterruption(IOException failure) {
    return failure instanceof ClosedByInterruptException
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException));
  }
}
