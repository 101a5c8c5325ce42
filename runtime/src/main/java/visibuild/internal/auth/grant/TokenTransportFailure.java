package visibuild.internal.auth.grant;

import java.io.IOException;
import okhttp3.HttpUrl;
import visibuild.ConnectionException;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.error.CleartextException;
import visibuild.internal.error.TlsErrors;
import visibuild.internal.error.TransportErrors;

/** Failures of token requests that got no response. */
final class TokenTransportFailure {
  /** OkHttp's message when a proxy requires a login. */
  private static final String PROXY_LOGIN_FAILED = "Failed to authenticate with proxy";

  private TokenTransportFailure() {}

  static TokenFailure of(IOException failure, HttpUrl url) {
    if (PROXY_LOGIN_FAILED.equals(failure.getMessage())) {
      return proxyLoginRequired();
    }
    return new TokenFailure(
        kind(failure),
        call ->
            TransportErrors.of(
                failure, "POST %s (for %s)".formatted(TokenEndpoint.PATH, call), url));
  }

  static TokenFailure proxyLoginRequired() {
    String message =
        "The proxy requires a user name and password (407); pass them to"
            + " HttpOptions.proxyCredentials(...), or set a proxyAuthenticator on your HTTP client.";
    return new TokenFailure(
        Kind.PERMANENT,
        call -> new ConnectionException(TokenFailure.withCall(message, call), null));
  }

  private static Kind kind(IOException failure) {
    if (failure instanceof CleartextException) {
      return Kind.PERMANENT;
    }
    return TlsErrors.isCertificateUntrusted(failure) ? Kind.NON_RETRYABLE : Kind.TRANSIENT;
  }
}
