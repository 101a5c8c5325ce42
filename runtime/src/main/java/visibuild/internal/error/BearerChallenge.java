package visibuild.internal.error;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.TextSanitizer;

/** The challenge of a server that rejects a token (RFC 6750, section 3). */
public final class BearerChallenge {
  private static final int MAX_REASON_CHARS = 200;
  private static final int UNAUTHORIZED = 401;

  private BearerChallenge() {}

  /**
   * Returns the reason for the rejection in the {@code WWW-Authenticate} of {@code response}, if
   * any.
   */
  public static Optional<String> reason(Response response) {
    return challenges(response).stream()
        .filter(challenge -> BearerScheme.matches(challenge.scheme()))
        .map(Challenge::authParams)
        .map(BearerChallenge::description)
        .filter(Objects::nonNull)
        .findFirst()
        .map(TokenRedactor.of(response)::redact)
        .map(reason -> TextSanitizer.clean(reason, MAX_REASON_CHARS));
  }

  /** Returns the challenges; OkHttp reads those of a 401 alone, and a 403 may have the same. */
  static List<Challenge> challenges(Response response) {
    return response.newBuilder().code(UNAUTHORIZED).build().challenges();
  }

  private static @Nullable String description(Map<String, String> parameters) {
    return parameters.getOrDefault("error_description", parameters.get("error"));
  }
}
