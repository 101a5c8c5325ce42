package visibuild.internal.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.HttpUrl;
import visibuild.ConnectionException;
import visibuild.VisibuildException;

/** Says in people's words how a call broke off before its answer was there. */
public final class TransportErrors {
  /** What OkHttp says of a proxy that makes no way to the host; the status follows. */
  private static final String NO_TUNNEL = "Unexpected response code for CONNECT: ";

  /** What OkHttp says of a proxy that nobody logged in at. */
  private static final String NO_LOGIN = "Failed to authenticate with proxy";

  private TransportErrors() {}

  /**
   * The exception for a failure of the transport.
   *
   * @param call the call in words, such as {@code GET api/core/v1/projects}
   */
  public static VisibuildException of(IOException failure, String call, HttpUrl url) {
    return of(failure, call, url, false);
  }

  /**
   * The exception for a failure of the transport.
   *
   * @param call the call in words, such as {@code GET api/core/v1/projects}
   * @param cancelled whether somebody cancelled the call, which then fails in any way
   */
  public static VisibuildException of(
      IOException failure, String call, HttpUrl url, boolean cancelled) {
    if (failure instanceof WrappedApiIOException carried) {
      return carried.failure();
    }
    String reason = explain(failure, cancelled);
    String message = "%s got no answer from %s: %s".formatted(call, url.host(), reason);
    return new ConnectionException(message, failure);
  }

  private static String explain(IOException failure, boolean cancelled) {
    if (failure instanceof InterruptedIOException interrupted) {
      // First, since OkHttp cancels a call itself when its time is over.
      return interruption(interrupted);
    }
    if (cancelled || "Canceled".equals(failure.getMessage())) {
      return "the call was cancelled.";
    }
    if (failure instanceof UnknownHostException) {
      return "the host is not known; check the region or base URL, and the network.";
    }
    if (failure instanceof ConnectException) {
      return "the connection was refused or could not be made; check the base URL, and the network.";
    }
    if (failure instanceof NoRouteToHostException) {
      return "no way leads to the host from here; check the network, a VPN or a firewall.";
    }
    if (failure instanceof CleartextException) {
      return String.valueOf(failure.getMessage());
    }
    if (TlsErrors.isCertificateUntrusted(failure)) {
      return "the server's certificate is not trusted; check the certificates that this program trusts.";
    }
    if (failure instanceof SSLHandshakeException) {
      return "the TLS handshake failed; the cause says how. Check proxies and firewalls on the way.";
    }
    String message = String.valueOf(failure.getMessage());
    if (message.equals(NO_LOGIN)) {
      return "the proxy asks for a user name and password (407), or refuses those it was given.";
    }
    if (message.startsWith(NO_TUNNEL)) {
      String status = message.substring(NO_TUNNEL.length());
      return "the proxy does not let it through (" + status + "); check the proxy's settings.";
    }
    return "the connection broke off (" + failure.getClass().getSimpleName() + ").";
  }

  private static String interruption(InterruptedIOException failure) {
    return switch (String.valueOf(failure.getMessage())) {
      case "executor rejected" ->
          "it was not sent, since the HTTP client's threads have ended; was it closed?";
      case "interrupted" -> "the thread was interrupted while it waited.";
      default -> "the time allowed for it ran out.";
    };
  }
}
