package visibuild.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import okhttp3.Response;
import visibuild.AuthenticationException;
import visibuild.Scope;
import visibuild.ScopeNotGrantedException;
import visibuild.ServerException;
import visibuild.VisibuildException;
import visibuild.failure.Refusals;

/**
 * Why the token endpoint gives no token. Read from the {@code error} member where there is one,
 * since the statuses for the same error differ among servers and their versions.
 */
final class TokenRefusal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenRefusal() {}

  /** Whether a body is an error, whatever its status. */
  static boolean isError(byte[] body) {
    return !error(body).isEmpty();
  }

  static VisibuildException of(Response response, byte[] body, Scope scope) {
    String error = error(body);
    return switch (error) {
      case "invalid_scope" -> new ScopeNotGrantedException(scope, Set.of());
      case "invalid_client" ->
          authentication(
              "Visibuild does not accept the client id or the client secret (invalid_client);"
                  + " check both, and that the credential belongs to this region.");
      case "unauthorized_client" ->
          authentication(
              "The credential may not be exchanged for tokens (unauthorized_client); create one for"
                  + " the API in Visibuild's company settings.");
      case "server_error", "temporarily_unavailable" -> failure(response);
      default -> byStatus(response, error);
    };
  }

  private static VisibuildException byStatus(Response response, String error) {
    int status = response.code();
    if (isSaidByStatus(status)) {
      return failure(response);
    }
    if (status == 401 || status == 403) {
      return authentication(
          "POST %s was answered %d: the credential is not accepted; check the client id, the client secret and the region."
              .formatted(TokenEndpoint.PATH, status));
    }
    String said =
        error.matches("[a-z_]{1,40}") ? status + " (" + error + ")" : Integer.toString(status);
    String redirect = response.isRedirect() ? ", a redirect, which is not followed" : "";
    return authentication(
        "POST %s was answered %s%s, which a token endpoint does not say. Is the base URL right?"
            .formatted(TokenEndpoint.PATH, said, redirect));
  }

  /** Does not read the body: a page of a failed server may repeat the request, secret and all. */
  private static VisibuildException failure(Response response) {
    return isSaidByStatus(response.code())
        ? Refusals.of(response, null, TokenEndpoint.PATH)
        : new ServerException(Refusals.answer(response, null, TokenEndpoint.PATH));
  }

  private static boolean isSaidByStatus(int status) {
    return status == 429 || status >= 500;
  }

  private static AuthenticationException authentication(String message) {
    return new AuthenticationException(message, null);
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
