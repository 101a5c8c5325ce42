package visibuild.http;

import okhttp3.Request;
import okhttp3.Response;
import visibuild.AuthenticationException;
import visibuild.failure.BearerChallenge;
import visibuild.failure.CallName;
import visibuild.failure.Refusals;

/** Says why a token was refused, as far as the server's challenge tells (RFC 6750, section 3). */
final class RefusedToken {
  private RefusedToken() {}

  static AuthenticationException of(Response response, String remedy) {
    String reason = BearerChallenge.reason(response).map(text -> " (" + text + ")").orElse("");
    Request request = response.request();
    return new AuthenticationException(
        Refusals.answer(response, null, CallName.path(request)),
        "%s was answered 401%s. %s".formatted(CallName.of(request), reason, remedy));
  }
}
