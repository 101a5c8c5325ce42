package visibuild.internal.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import okhttp3.Response;
import visibuild.internal.error.CleartextException;
import visibuild.internal.error.TlsErrors;
import visibuild.internal.error.WrappedApiIOException;

/** Which failures may pass, and after which a write cannot have been acted on. */
final class RetryClassifier {
  private RetryClassifier() {}

  /** Whether a call that was answered so is worth another attempt. */
  static boolean mayPass(Response response, boolean repeatable) {
    return switch (response.code()) {
      case 429 -> true;
      case 503 -> repeatable || response.header("Retry-After") != null;
      case 408, 502, 504 -> repeatable;
      default -> false;
    };
  }

  /** Whether a call that broke off so is worth another attempt. */
  static boolean mayPass(IOException failure, boolean repeatable) {
    if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
      return true;
    }
    if (failure instanceof WrappedApiIOException
        || failure instanceof CleartextException
        || TlsErrors.isCertificateUntrusted(failure)) {
      return false;
    }
    boolean isInterruption =
        failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
    return repeatable && !isInterruption;
  }
}
