package visibuild.cli.doctor;

import static visibuild.internal.base.EnvironmentVariables.BASE_URL;
import static visibuild.internal.base.EnvironmentVariables.REGION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.LegacyToken;
import visibuild.Region;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.internal.base.EnvironmentVariables;

/**
 * The origin and the credential, from the environment variables that every program uses. The
 * runtime knows and checks the variables. Its credentials return no secret, and this command sends
 * its own token requests, so the secret is kept here as well.
 */
public final class Settings {
  private final HttpUrl origin;
  private final Credential credential;
  private final transient String secret;

  private Settings(HttpUrl origin, Credential credential, String secret) {
    this.origin = origin;
    this.credential = credential;
    this.secret = secret;
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException if a variable is missing, contradicts another one or is
   *     invalid, or if a legacy token has expired or may write; the message contains no value of a
   *     secret
   */
  public static Settings of(Map<String, String> environment) {
    EnvironmentVariables variables = new EnvironmentVariables(environment::get);
    String origin = origin(variables);
    boolean isLegacy = variables.holdLegacyToken();
    String secret = isLegacy ? variables.legacyToken() : variables.clientSecret().get();
    Scope scope = variables.scope(Scope.values(), Scope::parameter);
    Credential credential =
        isLegacy
            ? legacyToken(secret, scope, variables.tokenExpiry())
            : ClientCredentials.of(variables.clientId(), secret, scope);
    // The builder checks the origin: https, or http on the loopback, and nothing behind the host.
    Visibuild.builder().baseUrl(origin).credential(credential).build().close();
    return new Settings(HttpUrl.get(origin.strip()), credential, secret);
  }

  /** Returns the origin that all requests go to. */
  HttpUrl origin() {
    return origin;
  }

  /** Returns the declared scope of the credential. */
  public Scope scope() {
    return credential.scope();
  }

  /** Returns the client id, or {@code null} for a legacy token. */
  @Nullable String clientId() {
    return credential instanceof ClientCredentials oauth ? oauth.id() : null;
  }

  /** Returns the client secret or the legacy token. */
  String secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "Settings[origin=" + origin + ", credential=" + credential + "]";
  }

  private static String origin(EnvironmentVariables variables) {
    return variables
        .region(Region.values())
        .map(region -> region.origin().toString())
        .or(variables::baseUrl)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No Visibuild region or base URL is configured; set %s or %s."
                        .formatted(REGION, BASE_URL)));
  }

  private static LegacyToken legacyToken(String token, Scope scope, Optional<Temporal> expiry) {
    if (scope == Scope.READ_WRITE) {
      throw new IllegalArgumentException(
          "The legacy token is declared \"read write\", and a legacy token cannot be narrowed;"
              + " create a credential with scope \"read\" for this command.");
    }
    if (expiry.isEmpty()) {
      return LegacyToken.of(token, scope);
    }
    return expiry.get() instanceof LocalDate date
        ? LegacyToken.of(token, scope, date)
        : LegacyToken.of(token, scope, Instant.from(expiry.get()));
  }
}
