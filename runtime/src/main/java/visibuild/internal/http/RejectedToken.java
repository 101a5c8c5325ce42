package visibuild.internal.http;

import okhttp3.Request;
import okhttp3.Response;
import visibuild.AuthenticationException;
import visibuild.internal.error.BearerChallenge;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.ErrorResponses;

/** Says why a token was refused, as far as the server's challenge tells (RFC 6750, section 3). */
final class RejectedToken {
  private RejectedToken() {}

  static AuthenticationException of(Response response, String remedy) {
    String reason = BearerChallenge.reason(response).map(text -> " (" + text + ")").orElse("");
    Request request = response.request();
    return new AuthenticationException(
        ErrorResponses.answer(response, null, CallLabel.path(request)),
        "%s was answered 401%s. %s".formatted(CallLabel.of(request), reason, remedy));
  }
}
