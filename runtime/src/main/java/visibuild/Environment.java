package visibuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;

/** Reads the settings of a program from environment variables. */
final class Environment {
  private static final String CLIENT_ID = "VISIBUILD_CLIENT_ID";
  private static final String CLIENT_SECRET = "VISIBUILD_CLIENT_SECRET";
  private static final String CLIENT_SECRET_FILE = "VISIBUILD_CLIENT_SECRET_FILE";
  private static final String TOKEN = "VISIBUILD_TOKEN";
  private static final String TOKEN_EXPIRES = "VISIBUILD_TOKEN_EXPIRES";
  private static final String SCOPE = "VISIBUILD_SCOPE";
  private static final String REGION = "VISIBUILD_REGION";
  private static final String BASE_URL = "VISIBUILD_BASE_URL";

  private final Function<String, @Nullable String> variables;

  Environment(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  static Environment ofProcess() {
    return new Environment(System::getenv);
  }

  Credential credential() {
    boolean oauth = has(CLIENT_ID) || has(CLIENT_SECRET) || has(CLIENT_SECRET_FILE);
    boolean legacy = has(TOKEN);
    if (oauth && legacy) {
      throw new IllegalArgumentException(
          "Both "
              + CLIENT_ID
              + " or "
              + CLIENT_SECRET
              + " and "
              + TOKEN
              + " are set; keep one kind.");
    }
    if (!oauth && !legacy) {
      throw new IllegalArgumentException(
          "No Visibuild credential in the environment; set %s, %s and %s, or %s and %s."
              .formatted(CLIENT_ID, CLIENT_SECRET, SCOPE, TOKEN, SCOPE));
    }
    return oauth ? clientCredentials() : legacyToken();
  }

  BaseUrl baseUrl() {
    if (has(REGION) && has(BASE_URL)) {
      throw new IllegalArgumentException(
          "Both " + REGION + " and " + BASE_URL + " are set; keep one of them.");
    }
    if (has(BASE_URL)) {
      return BaseUrl.parse(required(BASE_URL), BASE_URL);
    }
    if (has(REGION)) {
      return BaseUrl.of(region());
    }
    throw new IllegalArgumentException(
        "No Visibuild region or base URL is configured; call region(...) or baseUrl(...) on the"
            + " builder, or set "
            + REGION
            + " or "
            + BASE_URL
            + ".");
  }

  private ClientCredentials clientCredentials() {
    String id = Secret.of(required(CLIENT_ID), CLIENT_ID).reveal();
    if (has(CLIENT_SECRET) && has(CLIENT_SECRET_FILE)) {
      throw new IllegalArgumentException(
          "Both " + CLIENT_SECRET + " and " + CLIENT_SECRET_FILE + " are set; keep one of them.");
    }
    if (has(CLIENT_SECRET_FILE)) {
      String path = required(CLIENT_SECRET_FILE).strip();
      return ClientCredentials.of(id, SecretFile.named(path, CLIENT_SECRET_FILE), scope());
    }
    String secret = Secret.of(required(CLIENT_SECRET), CLIENT_SECRET).reveal();
    return ClientCredentials.of(id, secret, scope());
  }

  private LegacyToken legacyToken() {
    String token = LegacyToken.checked(required(TOKEN), TOKEN).reveal();
    Scope scope = scope();
    if (!has(TOKEN_EXPIRES)) {
      return LegacyToken.of(token, scope);
    }
    String expires = required(TOKEN_EXPIRES).strip();
    try {
      return expires.contains("T")
          ? LegacyToken.of(token, scope, Instant.parse(expires))
          : LegacyToken.of(token, scope, LocalDate.parse(expires));
    } catch (DateTimeParseException e) {
      throw notUnderstood(
          TOKEN_EXPIRES, "a date such as 2027-05-31 or an instant such as 2027-05-31T09:00:00Z");
    }
  }

  private Scope scope() {
    String text = required(SCOPE);
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.parameter().equals(text.strip()))
        .findFirst()
        .orElseThrow(() -> notUnderstood(SCOPE, "\"read\" or \"read write\""));
  }

  private Region region() {
    String text = required(REGION);
    return Arrays.stream(Region.values())
        .filter(region -> region.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(() -> notUnderstood(REGION, regionNames()));
  }

  private static String regionNames() {
    return Arrays.stream(Region.values())
        .map(region -> region.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private boolean has(String name) {
    @Nullable String value = variables.apply(name);
    return value != null && !value.isBlank();
  }

  private String required(String name) {
    @Nullable String value = variables.apply(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The variable " + name + " is missing or blank; set it.");
    }
    return value;
  }

  /** Does not repeat the value: with two variables mixed up it would be a secret. */
  private static IllegalArgumentException notUnderstood(String name, String expected) {
    return new IllegalArgumentException(
        "The value of %s is not understood; write %s.".formatted(name, expected));
  }
}
