package visibuild.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.ErrorResponse;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.ServerException;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.error.RetryAfter;

/**
 * Why the token endpoint gives no token. Read from the {@code error} member where there is one,
 * since the statuses for the same error differ among servers and their versions.
 */
final class TokenErrorResponse {
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NETWORK_AUTHENTICATION = 511;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenErrorResponse() {}

  /** Whether a body is an error, whatever its status. */
  static boolean isError(byte[] body) {
    return !error(body).isEmpty();
  }

  static TokenFailure of(Response response, byte[] body, Scope scope) {
    String error = error(body);
    return switch (error) {
      case "invalid_scope" ->
          new TokenFailure(Kind.PERMANENT, call -> new ScopeNotGrantedException(scope, Set.of()));
      case "invalid_client" ->
          refused(
              response,
              Kind.INVALID_CLIENT,
              "Visibuild does not accept the client id or the client secret (invalid_client);"
                  + " check both, and that the credential belongs to this region.");
      case "unauthorized_client" ->
          refused(
              response,
              Kind.PERMANENT,
              "The credential may not be exchanged for tokens (unauthorized_client); create one for"
                  + " the API in Visibuild's company settings.");
      case "server_error", "temporarily_unavailable" -> failed(response);
      default -> byStatus(response, error);
    };
  }

  private static TokenFailure byStatus(Response response, String error) {
    int status = response.code();
    if (status == PROXY_AUTHENTICATION) {
      return TokenTransportFailure.proxy();
    }
    if (status == NETWORK_AUTHENTICATION) {
      return new TokenFailure(
          Kind.PERMANENT,
          call ->
              new ConnectionException(
                  TokenFailure.said(
                      "The network wants somebody to log in first (511, a captive portal).", call),
                  null));
    }
    if (status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status >= 500) {
      return failed(response);
    }
    if (status == 401 || status == 403) {
      return refused(
          response,
          Kind.INVALID_CLIENT,
          "POST %s was answered %d: the credential is not accepted; check the client id, the client"
                  .formatted(TokenEndpoint.PATH, status)
              + " secret and the region.");
    }
    String said =
        error.matches("[a-z_]{1,40}") ? status + " (" + error + ")" : Integer.toString(status);
    String redirect = isRedirect(status) ? ", a redirect, which is not followed" : "";
    return refused(
        response,
        Kind.PERMANENT,
        "POST %s was answered %s%s, which a token endpoint does not say. Is the base URL right?"
            .formatted(TokenEndpoint.PATH, said, redirect));
  }

  private static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  private static TokenFailure refused(Response response, Kind kind, String message) {
    return new TokenFailure(
        kind,
        call ->
            new AuthenticationException(answer(response, call), TokenFailure.said(message, call)));
  }

  private static TokenFailure failed(Response response) {
    if (response.code() == TOO_MANY_REQUESTS) {
      Duration wait = RetryAfter.of(response);
      return new TokenFailure(
          Kind.TRANSIENT, call -> new RateLimitedException(answer(response, call), wait), wait);
    }
    @Nullable Duration wait =
        response.header("Retry-After") == null ? null : RetryAfter.of(response);
    return new TokenFailure(
        Kind.TRANSIENT, call -> new ServerException(answer(response, call)), wait);
  }

  /** Without the body: a page of a failed server may repeat the request, secret and all. */
  private static ErrorResponse answer(Response response, String call) {
    return ErrorResponse.builder("POST", TokenEndpoint.PATH, response.code())
        .requestId(response.header("X-Request-Id"))
        .reason("no token for " + call)
        .build();
  }

  private static String error(byte[] body) {
    try {
      JsonNode error = JSON.readTree(body).path("error");
      return error.isTextual() ? error.asText() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
