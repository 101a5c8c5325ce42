package visibuild;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;

/**
 * A legacy bearer token, which is sent unchanged until it expires one month to one year after its
 * creation.
 *
 * <p>Visibuild still accepts legacy tokens, and recommends {@link ClientCredentials} for new
 * programs. After a known expiry, calls are refused before any request.
 *
 * <pre>{@code
 * Credential credential = LegacyToken.of(token, Scope.READ, LocalDate.parse("2027-05-31"));
 * }</pre>
 *
 * <p>Immutable. No method returns the token, and {@code toString} does not show it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 * @since 0.1
 */
public final class LegacyToken implements Credential {
  /** The zone in which a date ends last: a token is not refused before it is past everywhere. */
  private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

  private final transient Secret token;
  private final Scope scope;
  private final @Nullable Instant expiresAt;

  /** The expiry as it was given, for messages. */
  private final String expiry;

  private LegacyToken(String token, Scope scope, @Nullable Instant expiresAt, String expiry) {
    this.token = checked(token, "The legacy token");
    this.scope = Scope.given(scope);
    this.expiresAt = expiresAt;
    this.expiry = expiry;
  }

  /**
   * Returns a token of unknown expiry; a 401 of the server is then its first sign.
   *
   * @param token the token, exactly as Visibuild showed it
   * @param scope the scope that was chosen when the token was created
   * @throws IllegalArgumentException if an argument is missing, or the token is blank, has a
   *     character that no bearer token has, is in quotes, is a placeholder such as {@code
   *     ${TOKEN}}, or begins with the name of an authentication scheme such as {@code Bearer}
   */
  public static LegacyToken of(String token, Scope scope) {
    return new LegacyToken(token, scope, null, "");
  }

  /**
   * Returns a token that expires on a date. The date's time zone is not known, so the token counts
   * as valid until the date has passed everywhere.
   *
   * @throws IllegalArgumentException if an argument is missing, or the token is blank, has a
   *     character that no bearer token has, is in quotes, is a placeholder such as {@code
   *     ${TOKEN}}, or begins with the name of an authentication scheme such as {@code Bearer}
   */
  public static LegacyToken of(String token, Scope scope, LocalDate expiresOn) {
    refuseMissing(expiresOn);
    Instant end = expiresOn.atTime(LocalTime.MAX).toInstant(LAST_ZONE).plusNanos(1);
    return new LegacyToken(token, scope, end, expiresOn.toString());
  }

  /**
   * Returns a token that expires at an instant.
   *
   * @throws IllegalArgumentException if an argument is missing, or the token is blank, has a
   *     character that no bearer token has, is in quotes, is a placeholder such as {@code
   *     ${TOKEN}}, or begins with the name of an authentication scheme such as {@code Bearer}
   */
  public static LegacyToken of(String token, Scope scope, Instant expiresAt) {
    refuseMissing(expiresAt);
    return new LegacyToken(token, scope, expiresAt, expiresAt.toString());
  }

  @Override
  public Scope scope() {
    return scope;
  }

  /** Returns the expiry, if it is known. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  Secret token() {
    return token;
  }

  /** Returns the expiry as it was given, a date or an instant; empty if it is not known. */
  String expiry() {
    return expiry;
  }

  private static void refuseMissing(@Nullable Object expiry) {
    if (expiry == null) {
      throw new IllegalArgumentException(
          "The legacy token's expiry is missing; leave the argument out if it is not known.");
    }
  }

  /**
   * Returns a token that a header can carry (RFC 6750, section 2.1).
   *
   * @param what the name of the token in messages
   */
  static Secret checked(@Nullable String token, String what) {
    Secret secret = Secret.of(token, what);
    String value = secret.reveal();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            what
                + " has a character at index "
                + i
                + " that no bearer token has; give it as Visibuild showed it, without \"Bearer\".");
      }
    }
    return secret;
  }

  @Override
  public String toString() {
    return "LegacyToken[scope="
        + scope
        + (expiresAt == null ? "" : ", expiresAt=" + expiresAt)
        + "]";
  }
}
