package visibuild.internal.auth.grant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** A member of the response; {@code text} is empty for an object or an array. */
  private record Member(JsonToken type, String text) {
    private static final Member NULL = new Member(JsonToken.VALUE_NULL, "");

    boolean isNull() {
      return type == JsonToken.VALUE_NULL;
    }

    boolean isText() {
      return type == JsonToken.VALUE_STRING;
    }
  }

  /**
   * Reads the body of a successful response.
   *
   * @param secret the client secret of the request, which must not appear in the scope
   * @throws MalformedTokenResponseException if it is no token response; the message quotes nothing
   *     of it
   */
  static AccessTokenResponse parse(byte[] body, Secret secret)
      throws MalformedTokenResponseException {
    Map<String, Member> members = members(body);
    Member error = member(members, "error");
    if (error.isText() && !error.text().isEmpty()) {
      throw new MalformedTokenResponseException("it has an \"error\"");
    }
    String type = text(members, "token_type").orElse("");
    if (!BearerScheme.matches(type)) {
      throw new MalformedTokenResponseException("its \"token_type\" is not \"Bearer\"");
    }
    Member expiresIn = member(members, "expires_in");
    Duration lifetime = expiresIn.isNull() ? DEFAULT_LIFETIME : lifetime(expiresIn);
    Secret token = accessToken(members);
    return new AccessTokenResponse(
        token, lifetime, !expiresIn.isNull(), scope(members, token, secret));
  }

  private static Map<String, Member> members(byte[] body) throws MalformedTokenResponseException {
    try (JsonParser json = JSON.createParser(body)) {
      boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
      Map<String, Member> members = isObject ? members(json) : Map.of();
      // Read to its end in any case, so that truncated JSON is reported as such.
      json.skipChildren();
      boolean isComplete = json.nextToken() == null;
      if (!isObject) {
        throw new MalformedTokenResponseException("it is not a JSON object");
      }
      if (!isComplete) {
        throw new MalformedTokenResponseException("more follows its JSON object");
      }
      return members;
    } catch (IOException e) {
      // Neither the parser's message nor its cause is kept: both may quote the token.
      boolean isHtml = body.length > 0 && firstVisible(body) == '<';
      throw new MalformedTokenResponseException(
          isHtml
              ? "it is HTML, not JSON, perhaps the login page of this network"
              : "it is not valid JSON or is truncated");
    }
  }

  /** Reads the members of the object that {@code json} has entered, up to its end. */
  private static Map<String, Member> members(JsonParser json) throws IOException {
    Map<String, Member> members = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken type = json.nextToken();
      members.put(name, new Member(type, type.isScalarValue() ? json.getText() : ""));
      json.skipChildren();
    }
    return members;
  }

  private static char firstVisible(byte[] body) {
    int i = 0;
    while (i < body.length - 1 && body[i] <= ' ') {
      i++;
    }
    return (char) body[i];
  }

  private static Secret accessToken(Map<String, Member> members)
      throws MalformedTokenResponseException {
    String token = text(members, "access_token").orElse("");
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

  private static Duration lifetime(Member expiresIn) throws MalformedTokenResponseException {
    if (!expiresIn.type().isNumeric() && !expiresIn.isText()) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
    try {
      BigDecimal seconds = new BigDecimal(expiresIn.text().strip());
      if (seconds.signum() < 0) {
        throw new MalformedTokenResponseException("its \"expires_in\" is negative");
      }
      return Duration.ofSeconds(seconds.min(MAX_LIFETIME_SECONDS).longValue());
    } catch (NumberFormatException e) {
      throw new MalformedTokenResponseException("its \"expires_in\" is not a number");
    }
  }

  /** Reads the scope, which messages and events show: what echoes a secret must not get there. */
  private static Optional<Set<String>> scope(
      Map<String, Member> members, Secret token, Secret secret)
      throws MalformedTokenResponseException {
    Optional<String> text = text(members, "scope");
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

  private static Optional<String> text(Map<String, Member> members, String name)
      throws MalformedTokenResponseException {
    Member member = member(members, name);
    if (member.isNull()) {
      return Optional.empty();
    }
    if (!member.isText()) {
      throw new MalformedTokenResponseException("its \"" + name + "\" is not a string");
    }
    return Optional.of(member.text());
  }

  private static Member member(Map<String, Member> members, String name) {
    return members.getOrDefault(name, Member.NULL);
  }
}
