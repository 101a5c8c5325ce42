package visibuild.internal.error;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a server says of a token that it refuses (RFC 6750, section 3). */
public final class BearerChallenge {
  private static final int LONGEST_REASON = 200;
  private static final int UNAUTHORIZED = 401;

  private BearerChallenge() {}

  /**
   * Why the token was refused, as far as the {@code WWW-Authenticate} of {@code response} tells.
   */
  public static Optional<String> reason(Response response) {
    // OkHttp reads the challenges of a 401 alone, and a 403 may have the same.
    return response.newBuilder().code(UNAUTHORIZED).build().challenges().stream()
        .filter(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"))
        .map(Challenge::authParams)
        .map(BearerChallenge::description)
        .filter(Objects::nonNull)
        .findFirst()
        .map(TokenRedactor.of(response)::redact)
        .map(BearerChallenge::start);
  }

  private static @Nullable String description(Map<String, String> parameters) {
    return parameters.getOrDefault("error_description", parameters.get("error"));
  }

  private static String start(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
  }
}
