package visibuild.internal.auth.grant;

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
import visibuild.internal.auth.Scopes;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.Secret;

/**
 * An access token response (RFC 6749, section 5.1), read strictly.
 *
 * @param accessToken the token
 * @param lifetime the lifetime, counted from the request
 * @param lifetimeStated whether the response states the lifetime; otherwise it is assumed
 * @param scope the granted scope tokens; empty if the response states none
 */
record AccessTokenResponse(
    Secret accessToken, Duration lifetime, boolean lifetimeStated, Optional<Set<String>> scope) {
  /** The lifetime without {@code expires_in}, as Visibuild documents it. */
  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  private static final BigDecimal MAX_LIFETIME_SECONDS =
      BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  /** A {@code scope-token} of RFC 6749, section 3.3, of a length that a message can show. */
  private static final String SCOPE_TOKEN = "[!#-\\[\\]-~]{1,64}";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads the body of a successful response.
   *
   * @param secret the client secret of the request, which must not appear in the scope
   * @throws MalformedTokenResponseException if it is no token response; the message quotes nothing
   *     of it
   */
  static AccessTokenResponse parse(byte[] body, Secret secret)
      throws MalformedTokenResponseException {
    JsonNode root = tree(body);
    JsonNode error = root.path("error");
    if (error.isTextual() && !error.asText().isEmpty()) {
      throw new MalformedTokenResponseException("it has an \"error\"");
    }
    String type = text(root, "token_type").orElse("");
    if (!BearerScheme.matches(type)) {
      throw new MalformedTokenResponseException("its \"token_type\" is not \"Bearer\"");
    }
    JsonNode expiresIn = root.path("expires_in");
    boolean lifetimeStated = !expiresIn.isMissingNode() && !expiresIn.isNull();
    Duration lifetime = lifetimeStated ? lifetime(expiresIn) : DEFAULT_LIFETIME;
    Secret token = accessToken(root);
    return new AccessTokenResponse(token, lifetime, lifetimeStated, scope(root, token, secret));
  }

  private static JsonNode tree(byte[] body) throws MalformedTokenResponseException {
    try {
      JsonNode root = JSON.readTree(body);
      if (!root.isObject()) {
        throw new MalformedTokenResponseException("it is not a JSON object");
      }
      return root;
    } catch (IOException e) {
      // Neither the parser's message nor its cause is kept: both may quote the token.
      boolean isHtml = body.length > 0 && firstVisible(body) == '<';
      throw new MalformedTokenResponseException(
          isHtml
              ? "it is HTML, not JSON, perhaps the login page of this network"
              : "it is not valid JSON or is truncated");
    }
  }

  private static char firstVisible(byte[] body) {
    int i = 0;
    while (i < body.length - 1 && body[i] <= ' ') {
      i++;
    }
    return (char) body[i];
  }

  private static Secret accessToken(JsonNode root) throws MalformedTokenResponseException {
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
    return Secret.ofUnchecked(token);
  }

  private static Duration lifetime(JsonNode expiresIn) throws MalformedTokenResponseException {
    if (!expiresIn.isNumber() && !expiresIn.isTextual()) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
    try {
      BigDecimal seconds = new BigDecimal(expiresIn.asText().strip());
      if (seconds.signum() < 0) {
        throw new MalformedTokenResponseException("its \"expires_in\" is negative");
      }
      return Duration.ofSeconds(seconds.min(MAX_LIFETIME_SECONDS).longValue());
    } catch (NumberFormatException e) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
  }

  /** Reads the scope, which messages and events show: what echoes a secret must not get there. */
  private static Optional<Set<String>> scope(JsonNode root, Secret token, Secret secret)
      throws MalformedTokenResponseException {
    Optional<String> text = text(root, "scope");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Set<String> scope = Scopes.parse(text.get());
    if (!areScopeTokens(scope)
        || SecretEcho.isIn(text.get(), scope, token)
        || SecretEcho.isIn(text.get(), scope, secret)) {
      throw new MalformedTokenResponseException("it has an unreadable scope");
    }
    return Optional.of(scope);
  }

  private static boolean areScopeTokens(Set<String> scope) {
    for (String each : scope) {
      if (!each.matches(SCOPE_TOKEN)) {
        return false;
      }
    }
    return true;
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
