package visibuild.cli.doctor;

import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/**
 * The result of a token request.
 *
 * @param response the status, headers, shape and differences of the response
 * @param isGranted whether there is a token with exactly the requested scope
 * @param lifetimeSeconds the lifetime, for the table only; {@code null} if it is not stated
 * @param errorCode the error code if it is one of OAuth's, else {@code null}
 */
record TokenResult(
    Scope scope,
    EndpointResult response,
    boolean isGranted,
    @Nullable Long lifetimeSeconds,
    @Nullable String errorCode) {
  static TokenResult notChecked(Scope scope, String reason) {
    return new TokenResult(
        scope, EndpointResult.notChecked(request(scope), reason), false, null, null);
  }

  static String request(Scope scope) {
    return "POST oauth/token (scope " + scope.parameter() + ")";
  }
}
