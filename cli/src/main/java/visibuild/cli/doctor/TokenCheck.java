package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/**
 * Compares a response of the token endpoint with RFC 6749, section 5.1, and with Doorkeeper's
 * member {@code created_at}.
 */
final class TokenCheck {
  private static final long DOCUMENTED_LIFETIME_SECONDS = 3600;
  private static final Map<String, String> MEMBERS =
      new TreeMap<>(
          Map.of(
              "access_token", "string",
              "token_type", "string",
              "expires_in", "integer",
              "scope", "string",
              "created_at", "integer"));
  private static final Set<String> ERROR_CODES =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  private TokenCheck() {}

  static TokenResult of(ServerResponse response, Scope requested, NameMask names) {
    EndpointResult result = new EndpointResult(TokenResult.request(requested));
    result.add(response);
    NameMask mask = names.hidingValuesOf(response.json());
    JsonNode body = response.json() == null ? MissingNode.getInstance() : response.json();
    if (!body.isObject()) {
      result.differences().add("the body is no JSON object (" + response.mediaType() + ")");
    }
    boolean isGranted = result.hasStatus(response, 200) && body.isObject();
    if (isGranted) {
      members(body, mask, result);
      isGranted = grants(body, requested) && isUsable(body.path("access_token"));
      values(body, requested, result);
    } else {
      result.members().addAll(Shape.ROOT, body, mask);
    }
    JsonNode lifetime = body.path("expires_in");
    return new TokenResult(
        requested,
        result,
        isGranted,
        lifetime.isIntegralNumber() ? lifetime.asLong() : null,
        errorCode(body));
  }

  /** Returns whether a response grants no more than {@code read}. */
  static boolean grantsReadOnly(JsonNode body) {
    return grants(body, Scope.READ);
  }

  /** {@link OkHttpApiServer} replaces a token that no header can carry with an empty text. */
  private static boolean isUsable(JsonNode token) {
    return token.isTextual() && !token.asText().isEmpty();
  }

  /** A response without a scope grants the requested one (RFC 6749, section 5.1). */
  private static boolean grants(JsonNode body, Scope requested) {
    JsonNode scope = body.path("scope");
    return scope.isMissingNode()
        || scope.isNull()
        || (scope.isTextual() && scopes(scope.asText()).equals(scopes(requested.parameter())));
  }

  private static Set<String> scopes(String text) {
    return Set.copyOf(List.of(text.strip().split(" +")));
  }

  private static void members(JsonNode body, NameMask mask, EndpointResult result) {
    body.properties()
        .forEach(
            member -> {
              String expected = MEMBERS.get(member.getKey());
              String name = expected == null ? mask.member(member.getKey()) : member.getKey();
              result.members().addAll(name, member.getValue(), mask);
              if (expected == null) {
                result.differences().add(name + " is no known member");
              } else if (!expected.equals(Shape.type(member.getValue()))) {
                result.differences().add(RecordCheck.mistyped(name, member.getValue(), expected));
              }
            });
    MEMBERS.keySet().stream()
        .filter(name -> !body.has(name))
        .forEach(name -> result.differences().add(name + " is missing"));
  }

  private static void values(JsonNode body, Scope requested, EndpointResult result) {
    if (!grants(body, requested)) {
      result.differences().add("scope is not the requested one, \"" + requested.parameter() + "\"");
    }
    if (body.path("access_token").isTextual() && !isUsable(body.path("access_token"))) {
      result.differences().add("access_token has a character that a header cannot have, or none");
    }
    if (!body.path("token_type").asText("Bearer").equalsIgnoreCase("Bearer")) {
      result.differences().add("token_type is not Bearer");
    }
    JsonNode lifetime = body.path("expires_in");
    if (lifetime.isIntegralNumber() && lifetime.asLong() != DOCUMENTED_LIFETIME_SECONDS) {
      result.differences().add("expires_in is not the documented hour");
    }
  }

  private static @Nullable String errorCode(JsonNode body) {
    String code = body.path("error").asText("");
    return ERROR_CODES.contains(code) ? code : null;
  }
}
