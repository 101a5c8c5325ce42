package visibuild.internal.retry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import okhttp3.Response;
import visibuild.internal.error.CleartextException;
import visibuild.internal.error.InterruptErrors;
import visibuild.internal.error.TlsErrors;
import visibuild.internal.error.TransportErrors;
import visibuild.internal.error.WrappedApiIOException;

/**
 * Distinguishes transient from permanent failures, and finds those after which a write may be
 * repeated.
 */
final class RetryClassifier {
  /** The message of OkHttp's {@code StreamResetException}, which is an internal type. */
  private static final String REFUSED_STREAM = "stream was reset: REFUSED_STREAM";

  /** Thrown by OkHttp before it opens a stream on an HTTP/2 connection that got a GOAWAY. */
  private static final String SHUTDOWN = "okhttp3.internal.http2.ConnectionShutdownException";

  private RetryClassifier() {}

  /** Returns whether another attempt may succeed after {@code response}. */
  static boolean isTransient(Response response, boolean idempotent) {
    return switch (response.code()) {
      // The server states that it did not process the request: misdirected (RFC 9110, section
      // 15.5.20), too early (RFC 8470, section 5.2), too many requests (RFC 6585, section 4).
      case 421, 425, 429 -> true;
      case 503 -> idempotent || response.header("Retry-After") != null;
      case 408, 502, 504 -> idempotent;
      default -> false;
    };
  }

  /**
   * Returns whether another attempt may succeed after {@code failure}.
   *
   * @param idempotent whether the call may be done twice
   * @param maySent whether the server may have got some of the request
   */
  static boolean isTransient(IOException failure, boolean idempotent, boolean maySent) {
    if (failure instanceof WrappedApiIOException
        || failure instanceof CleartextException
        || TlsErrors.isCertificateUntrusted(failure)
        || TransportErrors.isPermanent(failure)
        || InterruptErrors.isInterruption(failure)) {
      return false;
    }
    return idempotent
        || !maySent
        || isUnprocessed(failure)
        || failure instanceof ConnectException
        || failure instanceof UnknownHostException;
  }

  /**
   * Returns whether the server states that it did not process the request: RST_STREAM with
   * REFUSED_STREAM, or GOAWAY with a lower last stream (RFC 9113, sections 6.8 and 8.7), which
   * OkHttp reports in the same way.
   */
  static boolean isUnprocessed(IOException failure) {
    return REFUSED_STREAM.equals(failure.getMessage())
        || failure.getClass().getName().equals(SHUTDOWN);
  }
}
