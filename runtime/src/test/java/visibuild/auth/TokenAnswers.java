package visibuild.auth;

import java.nio.charset.StandardCharsets;

/** Reads answers of the token endpoint that a test writes as text. */
final class TokenAnswers {
  private TokenAnswers() {}

  static TokenAnswer parse(String json) throws MalformedTokenAnswer {
    return TokenAnswer.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
