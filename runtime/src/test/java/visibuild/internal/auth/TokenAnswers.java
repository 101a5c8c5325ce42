package visibuild.internal.auth;

import java.nio.charset.StandardCharsets;

/** Reads answers of the token endpoint that a test writes as text. */
final class TokenAnswers {
  private TokenAnswers() {}

  static AccessTokenResponse parse(String json) throws MalformedTokenResponseException {
    return AccessTokenResponse.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
