package visibuild.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import visibuild.ClientCredentials;
import visibuild.Credential;
import visibuild.LegacyToken;
import visibuild.Region;
import visibuild.Scope;
import visibuild.Visibuild;

/**
 * The origin and the credential, read from the environment variables that every program uses. The
 * runtime checks the values; it keeps secrets to itself, so this class reads them again.
 */
public final class Settings {
  private static final String ID = "VISIBUILD_CLIENT_ID";
  private static final String SECRET = "VISIBUILD_CLIENT_SECRET";
  private static final String SECRET_FILE = "VISIBUILD_CLIENT_SECRET_FILE";
  private static final String TOKEN = "VISIBUILD_TOKEN";
  private static final String TOKEN_EXPIRES = "VISIBUILD_TOKEN_EXPIRES";
  private static final String SCOPE = "VISIBUILD_SCOPE";
  private static final String REGION = "VISIBUILD_REGION";
  private static final String BASE_URL = "VISIBUILD_BASE_URL";
  private static final int MAX_SECRET_BYTES = 64 * 1024;

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
    String origin = origin(environment);
    boolean isLegacy = has(environment, TOKEN);
    if (isLegacy
        && (has(environment, ID) || has(environment, SECRET) || has(environment, SECRET_FILE))) {
      throw new IllegalArgumentException(
          "Both " + TOKEN + " and OAuth client credentials are set; keep one kind.");
    }
    Credential credential;
    String secret;
    if (isLegacy) {
      secret = required(environment, TOKEN);
      credential = legacyToken(secret, environment);
      refuseWriting(credential.scope());
    } else {
      String id = required(environment, ID);
      secret = secret(environment);
      credential = ClientCredentials.of(id, secret, scope(environment));
    }
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

  private static String origin(Map<String, String> environment) {
    if (has(environment, REGION) && has(environment, BASE_URL)) {
      throw new IllegalArgumentException(
          "Both " + REGION + " and " + BASE_URL + " are set; keep one of them.");
    }
    if (has(environment, BASE_URL)) {
      return required(environment, BASE_URL);
    }
    if (!has(environment, REGION)) {
      throw new IllegalArgumentException(
          "No Visibuild region or base URL is configured; set " + REGION + " or " + BASE_URL + ".");
    }
    String name = required(environment, REGION).strip();
    return Arrays.stream(Region.values())
        .filter(region -> region.name().equalsIgnoreCase(name))
        .map(region -> region.origin().toString())
        .findFirst()
        .orElseThrow(() -> invalid(REGION, "apac, eu or us"));
  }

  private static Scope scope(Map<String, String> environment) {
    String text = required(environment, SCOPE).strip();
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.parameter().equals(text))
        .findFirst()
        .orElseThrow(() -> invalid(SCOPE, "\"read\" or \"read write\""));
  }

  private static String secret(Map<String, String> environment) {
    if (has(environment, SECRET) && has(environment, SECRET_FILE)) {
      throw new IllegalArgumentException(
          "Both " + SECRET + " and " + SECRET_FILE + " are set; keep one of them.");
    }
    if (!has(environment, SECRET_FILE)) {
      return required(environment, SECRET);
    }
    try {
      Path file = Path.of(required(environment, SECRET_FILE).strip());
      if (Files.size(file) > MAX_SECRET_BYTES) {
        throw new IOException();
      }
      return Files.readString(file).replaceFirst("\\r?\\n\\z", "");
    } catch (IOException | InvalidPathException e) {
      // The path is not repeated: by mistake it may be the secret.
      throw new IllegalArgumentException(
          "The file that %s names cannot be read (%s); check the path and its permissions."
              .formatted(SECRET_FILE, e.getClass().getSimpleName()));
    }
  }

  private static LegacyToken legacyToken(String token, Map<String, String> environment) {
    Scope scope = scope(environment);
    if (!has(environment, TOKEN_EXPIRES)) {
      return LegacyToken.of(token, scope);
    }
    String expires = required(environment, TOKEN_EXPIRES).strip();
    try {
      return expires.contains("T")
          ? LegacyToken.of(token, scope, Instant.parse(expires))
          : LegacyToken.of(token, scope, LocalDate.parse(expires));
    } catch (DateTimeParseException e) {
      throw invalid(
          TOKEN_EXPIRES, "a date such as 2027-05-31 or an instant such as 2027-05-31T09:00:00Z");
    }
  }

  private static void refuseWriting(Scope scope) {
    if (scope == Scope.READ_WRITE) {
      throw new IllegalArgumentException(
          "The legacy token is declared \"read write\", and a legacy token cannot be narrowed;"
              + " create a credential with scope \"read\" for this command.");
    }
  }

  private static boolean has(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }

  private static String required(Map<String, String> environment, String name) {
    if (!has(environment, name)) {
      throw new IllegalArgumentException("The variable " + name + " is missing or blank; set it.");
    }
    return Objects.requireNonNull(environment.get(name));
  }

  private static IllegalArgumentException invalid(String name, String expected) {
    return new IllegalArgumentException(
        "The value of %s is not understood; write %s.".formatted(name, expected));
  }
}
