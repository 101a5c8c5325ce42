package visibuild.internal.http;

import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import visibuild.AuthenticationException;
import visibuild.internal.error.BearerChallenge;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.ErrorResponses;
import visibuild.internal.error.IntermediaryResponse;

/** Creates the exception for a 401 of the API (RFC 6750, section 3). */
final class RejectedToken {
  private RejectedToken() {}

  /**
   * Returns the exception for {@code response}. Reads at most the start of its body.
   *
   * @param hint the advice, unless a proxy or login page sent the response
   */
  static AuthenticationException failure(Response response, String hint) {
    Request request = response.request();
    Optional<String> intermediary = IntermediaryResponse.describe(response);
    String reason = BearerChallenge.reason(response).map(text -> " (" + text + ")").orElse("");
    return new AuthenticationException(
        ErrorResponses.describe(response, null, CallLabel.path(request)),
        "%s failed with status 401%s%s %s"
            .formatted(
                CallLabel.of(request),
                reason,
                intermediary.isPresent() ? ":" : ".",
                intermediary.orElse(hint)));
  }
}
