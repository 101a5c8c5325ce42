package visibuild.internal.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Set;
import visibuild.internal.base.Causes;

/** Distinguishes interrupts of the thread and timeouts from other failures of input and output. */
public final class InterruptErrors {
  /** OkHttp's message for the timeout of a call, and Okio's for the deadline of a body. */
  private static final Set<String> TIMEOUTS = Set.of("timeout", "deadline reached");

  private InterruptErrors() {}

  /**
   * Returns whether {@code failure} shows that the thread was interrupted, or that the timeout of
   * its whole call passed. The timeout of a single read is neither.
   */
  public static boolean isInterruption(IOException failure) {
    return isClosedByInterrupt(failure)
        || (failure instanceof InterruptedIOException
            && !(failure instanceof SocketTimeoutException));
  }

  /**
   * Returns whether an interrupt of the thread closed the socket. TLS reports that as another
   * failure, with the interrupt as the cause.
   */
  public static boolean isClosedByInterrupt(IOException failure) {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code failure} shows that the thread was interrupted, and no timeout. */
  public static boolean isThreadInterrupt(IOException failure) {
    return isInterruption(failure) && !isTimeout(failure);
  }

  /** Returns whether a timeout passed: of a single read, a whole call, or a body. */
  public static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || (failure instanceof InterruptedIOException
            && TIMEOUTS.contains(String.valueOf(failure.getMessage())));
  }
}
