package visibuild.internal.auth;

import java.io.IOException;
import okhttp3.HttpUrl;
import visibuild.ConnectionException;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.error.CleartextException;
import visibuild.internal.error.TlsErrors;
import visibuild.internal.error.TransportErrors;

/** Why no answer came from the token endpoint. */
final class TokenTransportFailure {
  /** What OkHttp says when a proxy does not let it through. */
  private static final String PROXY_REFUSAL = "Failed to authenticate with proxy";

  private TokenTransportFailure() {}

  static TokenFailure of(IOException failure, HttpUrl url) {
    if (PROXY_REFUSAL.equals(failure.getMessage())) {
      return proxy();
    }
    return new TokenFailure(
        kind(failure),
        call ->
            TransportErrors.of(
                failure, "POST %s (for %s)".formatted(TokenEndpoint.PATH, call), url));
  }

  static TokenFailure proxy() {
    String message =
        "The proxy between here and Visibuild asks for a user name and password (407); give them to"
            + " HttpOptions.proxyLogin(...), or a proxyAuthenticator to an HTTP client of your own.";
    return new TokenFailure(
        Kind.PERMANENT, call -> new ConnectionException(TokenFailure.said(message, call), null));
  }

  private static Kind kind(IOException failure) {
    if (failure instanceof CleartextException) {
      return Kind.PERMANENT;
    }
    return TlsErrors.isCertificateUntrusted(failure) ? Kind.NON_RETRYABLE : Kind.TRANSIENT;
  }
}
