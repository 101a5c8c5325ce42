package visibuild.failure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import visibuild.ConnectionException;
import visibuild.VisibuildException;

/** Says in people's words how a call broke off before its answer was there. */
public final class Breaks {
  private Breaks() {}

  /**
   * The exception for a failure of the transport.
   *
   * @param call the call in words, such as {@code GET api/core/v1/projects}
   */
  public static VisibuildException of(IOException failure, String call, HttpUrl url) {
    if (failure instanceof CarriedFailure carried) {
      return carried.failure();
    }
    String message = "%s got no answer from %s: %s".formatted(call, url.host(), explain(failure));
    return new ConnectionException(message, failure);
  }

  private static String explain(IOException failure) {
    if (failure instanceof UnknownHostException) {
      return "the host is not known; check the region or base URL, and the network.";
    }
    if (failure instanceof ConnectException) {
      return "the connection was refused or could not be made; check the base URL, and the network.";
    }
    if (failure instanceof SSLException) {
      return "the TLS connection failed; check the certificates that this program trusts.";
    }
    if (failure instanceof InterruptedIOException) {
      return "the time allowed for it ran out, the thread was interrupted, or the connection was closed.";
    }
    if ("Canceled".equals(failure.getMessage())) {
      return "the call was cancelled.";
    }
    return "the connection broke off (" + failure.getClass().getSimpleName() + ").";
  }
}
