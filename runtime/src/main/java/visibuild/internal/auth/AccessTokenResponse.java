package visibuild.internal.auth;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The token endpoint's JSON, read strictly: it decides which secret is sent where.
 *
 * @param accessToken the token
 * @param life how long it lives from when it was asked for
 * @param lifeSaid whether the answer says so; otherwise it is assumed
 * @param scope the scope values that were granted; empty if the answer does not say
 */
record AccessTokenResponse(
    Held accessToken, Duration life, boolean lifeSaid, Optional<Set<String>> scope) {
  /** What Visibuild's own programs take where {@code expires_in} is missing. */
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private static final BigDecimal LONGEST_LIFE_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a successful answer.
   *
   * @throws MalformedTokenResponseException if it is not one; the message does not repeat what it
   *     says
   */
  static AccessTokenResponse parse(byte[] body) throws MalformedTokenResponseException {
    JsonNode root = tree(body);
    String type = text(root, "token_type").orElse("");
    if (!type.equalsIgnoreCase("Bearer")) {
      throw new MalformedTokenResponseException("its \"token_type\" is not \"Bearer\"");
    }
    JsonNode expiresIn = root.path("expires_in");
    boolean lifeSaid = !expiresIn.isMissingNode() && !expiresIn.isNull();
    Duration life = lifeSaid ? life(expiresIn) : USUAL_LIFE;
    return new AccessTokenResponse(accessToken(root), life, lifeSaid, scope(root));
  }

  private static JsonNode tree(byte[] body) throws MalformedTokenResponseException {
    try {
      JsonNode root = JSON.readTree(body);
      if (!root.isObject()) {
        throw new MalformedTokenResponseException("it is not a JSON object");
      }
      return root;
    } catch (IOException e) {
      // Neither the parser's message nor its cause is passed on: both may quote the token.
      boolean isHtml = body.length > 0 && firstVisible(body) == '<';
      throw new MalformedTokenResponseException(
          isHtml
              ? "it is HTML, not JSON, perhaps the login page of this network"
              : "it is not valid JSON or breaks off");
    }
  }

  private static char firstVisible(byte[] body) {
    int i = 0;
    while (i < body.length - 1 && body[i] <= ' ') {
      i++;
    }
    return (char) body[i];
  }

  private static Held accessToken(JsonNode root) throws MalformedTokenResponseException {
    String token = text(root, "access_token").orElse("");
    if (token.isEmpty()) {
      throw new MalformedTokenResponseException("it has no \"access_token\"");
    }
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        throw new MalformedTokenResponseException(
            "its \"access_token\" has a character at index " + i + " that no header can carry");
      }
    }
    return new Held(token);
  }

  private static Duration life(JsonNode expiresIn) throws MalformedTokenResponseException {
    if (!expiresIn.isNumber() && !expiresIn.isTextual()) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
    try {
      BigDecimal seconds = new BigDecimal(expiresIn.asText().strip());
      if (seconds.signum() < 0) {
        throw new MalformedTokenResponseException("its \"expires_in\" is negative");
      }
      return Duration.ofSeconds(seconds.min(LONGEST_LIFE_SECONDS).longValue());
    } catch (NumberFormatException e) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
  }

  private static Optional<Set<String>> scope(JsonNode root) throws MalformedTokenResponseException {
    return text(root, "scope").map(Scopes::parse);
  }

  private static Optional<String> text(JsonNode root, String member)
      throws MalformedTokenResponseException {
    JsonNode node = root.path(member);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw new MalformedTokenResponseException("its \"" + member + "\" is not a string");
    }
    return Optional.of(node.asText());
  }
}
