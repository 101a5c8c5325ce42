package visibuild.internal.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that configure a connection: their names, the combinations that exclude
 * each other, and the forms of their values. No message contains a value, because with two
 * variables mixed up it would be a secret.
 *
 * <p>The module {@code cli} uses this class too. It sends its own token requests and needs the
 * secret, which no public method returns.
 */
public final class EnvironmentVariables {
  /** Holds a legacy token. */
  public static final String TOKEN = "VISIBUILD_TOKEN";

  /** Names the origin where the region does not. */
  public static final String BASE_URL = "VISIBUILD_BASE_URL";

  /** Names the region. */
  public static final String REGION = "VISIBUILD_REGION";

  /** Names the file that holds the client secret. */
  public static final String CLIENT_SECRET_FILE = "VISIBUILD_CLIENT_SECRET_FILE";

  private static final String CLIENT_ID = "VISIBUILD_CLIENT_ID";
  private static final String CLIENT_SECRET = "VISIBUILD_CLIENT_SECRET";
  private static final String TOKEN_EXPIRES = "VISIBUILD_TOKEN_EXPIRES";
  private static final String SCOPE = "VISIBUILD_SCOPE";

  private final Function<String, @Nullable String> variables;

  /** Reads variables with {@code variables}, which returns null for one that is not set. */
  public EnvironmentVariables(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  /**
   * Returns whether a legacy token is set, rather than client credentials.
   *
   * @throws IllegalArgumentException if both are set, or neither is
   */
  public boolean holdLegacyToken() {
    boolean oauth = has(CLIENT_ID) || has(CLIENT_SECRET) || has(CLIENT_SECRET_FILE);
    boolean legacy = has(TOKEN);
    if (oauth && legacy) {
      throw new IllegalArgumentException(
          "Both %s or %s and %s are set; keep one kind."
              .formatted(CLIENT_ID, CLIENT_SECRET, TOKEN));
    }
    if (!oauth && !legacy) {
      throw new IllegalArgumentException(
          "No Visibuild credential in the environment; set %s, %s and %s, or %s and %s."
              .formatted(CLIENT_ID, CLIENT_SECRET, SCOPE, TOKEN, SCOPE));
    }
    return legacy;
  }

  /** Returns the client id, which has no impossible character. */
  public String clientId() {
    return Secret.of(required(CLIENT_ID), CLIENT_ID).reveal();
  }

  /**
   * Returns the client secret. One that stands in a file is read at each call of the supplier.
   *
   * @throws IllegalArgumentException if it is missing or impossible, or the file cannot be read
   */
  public Supplier<String> clientSecret() {
    if (has(CLIENT_SECRET) && has(CLIENT_SECRET_FILE)) {
      throw both(CLIENT_SECRET, CLIENT_SECRET_FILE);
    }
    if (has(CLIENT_SECRET_FILE)) {
      return SecretFile.named(required(CLIENT_SECRET_FILE).strip(), CLIENT_SECRET_FILE);
    }
    Secret secret = Secret.of(required(CLIENT_SECRET), CLIENT_SECRET);
    return secret::reveal;
  }

  /** Returns the legacy token, unchecked. */
  public String legacyToken() {
    return required(TOKEN);
  }

  /** Returns the expiry of the legacy token, a {@link LocalDate} or an {@link Instant}. */
  public Optional<Temporal> tokenExpiry() {
    if (!has(TOKEN_EXPIRES)) {
      return Optional.empty();
    }
    String expires = required(TOKEN_EXPIRES).strip();
    try {
      return Optional.of(expires.contains("T") ? Instant.parse(expires) : LocalDate.parse(expires));
    } catch (DateTimeParseException e) {
      throw notUnderstood(
          TOKEN_EXPIRES, "a date such as 2027-05-31 or an instant such as 2027-05-31T09:00:00Z");
    }
  }

  /**
   * Returns the scope of the credential.
   *
   * @param parameter returns a scope as the token endpoint names it
   */
  public <S> S scope(S[] scopes, Function<S, String> parameter) {
    String text = required(SCOPE).strip();
    return Arrays.stream(scopes)
        .filter(scope -> parameter.apply(scope).equals(text))
        .findFirst()
        .orElseThrow(() -> notUnderstood(SCOPE, "\"read\" or \"read write\""));
  }

  /**
   * Returns the region; empty if a base URL is set instead, or neither is.
   *
   * @throws IllegalArgumentException if both are set, or the region is unknown
   */
  public <R extends Enum<R>> Optional<R> region(R[] regions) {
    if (has(REGION) && has(BASE_URL)) {
      throw both(REGION, BASE_URL);
    }
    if (!has(REGION)) {
      return Optional.empty();
    }
    String text = required(REGION).strip();
    return Optional.of(
        Arrays.stream(regions)
            .filter(region -> region.name().equalsIgnoreCase(text))
            .findFirst()
            .orElseThrow(
                () ->
                    notUnderstood(
                        REGION,
                        Arrays.stream(regions)
                            .map(region -> region.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")))));
  }

  /** Returns the base URL, unchecked; empty if none is set. */
  public Optional<String> baseUrl() {
    return has(BASE_URL) ? Optional.of(required(BASE_URL)) : Optional.empty();
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

  private static IllegalArgumentException both(String one, String other) {
    return new IllegalArgumentException(
        "Both " + one + " and " + other + " are set; keep one of them.");
  }

  private static IllegalArgumentException notUnderstood(String name, String expected) {
    return new IllegalArgumentException(
        "The value of %s is not understood; write %s.".formatted(name, expected));
  }
}
