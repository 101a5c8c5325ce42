package visibuild.internal.auth.grant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.base.Secret;
import visibuild.internal.error.IntermediaryResponse;
import visibuild.internal.error.RetryAfter;

/**
 * Classifies error responses of the token endpoint (RFC 6749, section 5.2): by the {@code error}
 * member if there is one, since servers send the same error with different statuses.
 */
final class TokenErrorResponse {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int PROXY_AUTHENTICATION = 407;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int MISDIRECTED_REQUEST = 421;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NETWORK_AUTHENTICATION = 511;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenErrorResponse() {}

  /** Returns whether a body is an error response, whatever its status. */
  static boolean isError(byte[] body) {
    return !error(body).isEmpty();
  }

  /**
   * Returns the failure, which does not quote an error that repeats {@code secret}.
   *
   * @param response the response without the headers that repeat it
   */
  static TokenFailure failure(Response response, byte[] body, Scope scope, Secret secret) {
    String error = Objects.requireNonNullElse(SecretEcho.withheld(error(body), secret), "");
    return switch (error) {
      case "invalid_scope" ->
          new TokenFailure(Kind.PERMANENT, call -> new ScopeNotGrantedException(scope, Set.of()));
      case "invalid_client" ->
          authenticationFailure(
              response,
              Kind.INVALID_CLIENT,
              "Visibuild does not accept the client id or the client secret (invalid_client);"
                  + " check both, and that the credential belongs to this region.");
      case "unauthorized_client" ->
          authenticationFailure(
              response,
              Kind.PERMANENT,
              "The credential may not be exchanged for tokens (unauthorized_client); create one for"
                  + " the API in Visibuild's company settings.");
      case "server_error", "temporarily_unavailable" -> serverFailure(response);
      default -> byStatus(response, body, error);
    };
  }

  private static TokenFailure byStatus(Response response, byte[] body, String error) {
    int status = response.code();
    if (status == PROXY_AUTHENTICATION) {
      return TokenTransportFailure.proxyLoginRequired();
    }
    if (status == NETWORK_AUTHENTICATION) {
      return new TokenFailure(
          Kind.PERMANENT,
          call ->
              new ConnectionException(
                  TokenFailure.withCall(
                      "The network requires a login first (511, a captive portal).", call),
                  null));
    }
    if (isTransient(status)) {
      return serverFailure(response);
    }
    Optional<String> intermediary =
        error.isEmpty() ? IntermediaryResponse.describe(response, body) : Optional.empty();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return refusal(response, intermediary);
    }
    if (error.matches("[a-z_]{1,40}")) {
      return authenticationFailure(
          response,
          Kind.PERMANENT,
          "POST %s failed with status %d (%s): the token endpoint refuses the request. Check the credential in Visibuild's company settings. Is the base URL right?"
              .formatted(TokenEndpoint.PATH, status, error));
    }
    String redirect = isRedirect(status) ? ", a redirect, which is not followed" : "";
    String page = intermediary.map(text -> " " + capitalized(text)).orElse("");
    return authenticationFailure(
        response,
        Kind.PERMANENT,
        "POST %s failed with status %d%s, which no token endpoint sends. Is the base URL right?%s"
            .formatted(TokenEndpoint.PATH, status, redirect, page));
  }

  /** 421 and 425 state that the request was not processed (RFC 9110, 15.5.20; RFC 8470, 5.2). */
  private static boolean isTransient(int status) {
    return switch (status) {
      case REQUEST_TIMEOUT, MISDIRECTED_REQUEST, TOO_EARLY, TOO_MANY_REQUESTS -> true;
      default -> status >= 500;
    };
  }

  /** A refusal without an OAuth error: the secret is suspected only if no intermediary is. */
  private static TokenFailure refusal(Response response, Optional<String> intermediary) {
    String request = "POST %s failed with status %d".formatted(TokenEndpoint.PATH, response.code());
    return intermediary.isPresent()
        ? authenticationFailure(response, Kind.NON_RETRYABLE, request + "; " + intermediary.get())
        : authenticationFailure(
            response,
            Kind.INVALID_CLIENT,
            request
                + ": the credential is not accepted. Check the client id, the client secret and the"
                + " region.");
  }

  private static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private static boolean isRedirect(int status) {
    return status >= 300 && status < 400;
  }

  private static TokenFailure authenticationFailure(Response response, Kind kind, String message) {
    return new TokenFailure(
        kind,
        call ->
            new AuthenticationException(
                errorResponse(response, call), TokenFailure.withCall(message, call)));
  }

  private static TokenFailure serverFailure(Response response) {
    if (response.code() == TOO_MANY_REQUESTS) {
      Duration wait = RetryAfter.of(response);
      return new TokenFailure(
          Kind.TRANSIENT,
          call -> new RateLimitedException(errorResponse(response, call), wait),
          wait);
    }
    @Nullable Duration wait =
        response.header("Retry-After") == null ? null : RetryAfter.of(response);
    return new TokenFailure(
        Kind.TRANSIENT, call -> new ServerException(errorResponse(response, call)), wait);
  }

  /** Leaves out the body: the error page of a failed server may repeat the request's secret. */
  private static ErrorResponse errorResponse(Response response, String call) {
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
