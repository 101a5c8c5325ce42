package visibuild.http;

import java.util.Map;
import java.util.Objects;
import okhttp3.Challenge;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.failure.CallName;
import visibuild.failure.Refusals;

/** Says why a token was refused, as far as the server's challenge tells (RFC 6750, section 3). */
final class RefusedToken {
  private static final int LONGEST_REASON = 200;

  private RefusedToken() {}

  static AuthenticationException of(Response response, String remedy) {
    String reason =
        response.challenges().stream()
            .filter(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"))
            .map(Challenge::authParams)
            .map(RefusedToken::description)
            .filter(Objects::nonNull)
            .findFirst()
            .map(text -> " (" + text + ")")
            .orElse("");
    Request request = response.request();
    return new AuthenticationException(
        Refusals.answer(response, null, CallName.path(request)),
        "%s was answered 401%s. %s".formatted(CallName.of(request), reason, remedy));
  }

  private static @Nullable String description(Map<String, String> parameters) {
    String text = parameters.getOrDefault("error_description", parameters.get("error"));
    if (text == null || text.length() <= LONGEST_REASON) {
      return text;
    }
    return text.substring(0, LONGEST_REASON) + "...";
  }
}
