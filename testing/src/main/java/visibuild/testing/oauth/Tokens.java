package visibuild.testing.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;
import visibuild.testing.http.SandboxHttpResponse;

/** The tokens that are out, and what became of them. */
public final class Tokens {
  /** The lifetime of the sandbox's legacy tokens: the longest that Visibuild offers. */
  private static final Duration LEGACY_LIFETIME = Duration.ofDays(365);

  private static final Pattern BEARER = Pattern.compile("Bearer +(.*)", Pattern.CASE_INSENSITIVE);

  private final Secrets secrets;
  private final Clock clock;
  private final Duration lifetime;
  private final Map<String, Token> issued = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** No tokens yet; access tokens will live {@code lifetime} by {@code clock}. */
  public Tokens(Secrets secrets, Clock clock, Duration lifetime) {
    this.secrets = secrets;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** A new access token for {@code client}. */
  Token issue(Client client, Scopes scopes) {
    return issue("token", client.id(), scopes, lifetime);
  }

  /**
   * Issues an access token to {@code client} and revokes its older ones with {@code scopes}. One at
   * a time, so that of two concurrent requests one revokes the other's token.
   */
  synchronized Token replace(Client client, Scopes scopes) {
    revoke(client, scopes);
    return issue(client, scopes);
  }

  /** A new legacy token with {@code scope}. */
  public Token issueLegacy(String scope) {
    return issue("legacy", "", Scopes.parse(scope), LEGACY_LIFETIME);
  }

  /** Revokes every token that is out. */
  public void revokeAll() {
    revoked.addAll(issued.keySet());
  }

  /** Revokes what {@code client} holds with {@code scopes}, in whatever order they stand. */
  private void revoke(Client client, Scopes scopes) {
    for (Token token : issued.values()) {
      if (token.clientId().equals(client.id())
          && token.scopes().covers(scopes)
          && scopes.covers(token.scopes())) {
        revoked.add(token.value());
      }
    }
  }

  /**
   * The token that {@code request} carries, alive or not; null if it carries none that is known.
   */
  public @Nullable Token carriedBy(SandboxHttpRequest request) {
    String header = request.headers().get("Authorization");
    Matcher bearer = BEARER.matcher(header == null ? "" : header);
    return bearer.matches() ? issued.get(bearer.group(1)) : null;
  }

  /**
   * The living token that {@code request} carries.
   *
   * @throws HttpProblem with 401 and the reason, if there is none
   */
  public Token living(SandboxHttpRequest request) {
    Token token = carriedBy(request);
    if (token == null) {
      throw refused("The access token is invalid");
    }
    if (revoked.contains(token.value())) {
      throw refused("The access token was revoked");
    }
    if (token.expiredAt(clock.instant())) {
      throw refused("The access token expired");
    }
    return token;
  }

  private Token issue(String kind, String clientId, Scopes scopes, Duration life) {
    Token token = new Token(secrets.next(kind), clientId, scopes, clock.instant(), life);
    issued.put(token.value(), token);
    return token;
  }

  private static HttpProblem refused(String description) {
    return new HttpProblem(
        SandboxHttpResponse.empty(401)
            .with("WWW-Authenticate", Challenge.of("invalid_token", description)));
  }
}
