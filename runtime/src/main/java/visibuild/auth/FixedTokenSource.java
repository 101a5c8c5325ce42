package visibuild.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Call;
import visibuild.AuthenticationException;
import visibuild.Scope;

/** The source of a legacy token: the token itself, until it expires. */
public final class FixedTokenSource implements TokenSource {
  private static final String REMEDY =
      "Create OAuth client credentials in Visibuild's company settings, and use"
          + " ClientCredentials.of(id, secret, scope) instead.";

  private final AccessToken token;
  private final String expiry;
  private final Clock clock;

  /**
   * Makes a source of {@code value}.
   *
   * @param end when the token expires, if that is known
   * @param expiry the same in the user's words, for messages
   */
  public FixedTokenSource(
      String value, Scope scope, Optional<Instant> end, String expiry, Clock clock) {
    this.token = AccessToken.fixed(value, scope, end.orElse(Instant.MAX));
    this.expiry = expiry;
    this.clock = clock;
  }

  /** Whether the token has expired. */
  public boolean isExpired() {
    return !token.isUsableAt(clock.millis());
  }

  /** What is wrong once it has, and what to do. */
  public String expired() {
    return "The legacy token expired (" + expiry + "). " + REMEDY;
  }

  @Override
  public AccessToken token(Call call) {
    if (isExpired()) {
      throw new AuthenticationException(
          TokenFailure.said(expired(), TokenFailure.name(call)), null);
    }
    return token;
  }

  /** There is no other token. */
  @Override
  public boolean drop(AccessToken token) {
    return false;
  }

  @Override
  public String remedy() {
    return "The legacy token has expired or was revoked. " + REMEDY;
  }
}
