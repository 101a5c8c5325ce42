package visibuild.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import visibuild.AuthenticationException;
import visibuild.Scope;

/** The source of a legacy token: the token itself, until it expires. */
public final class FixedTokenSource implements TokenSource {
  private static final String REMEDY =
      "Create OAuth client credentials in Visibuild's company settings, and use"
          + " ClientCredentials.of(id, secret, scope) instead.";

  private final AccessToken token;
  private final Optional<Instant> expiry;
  private final Clock clock;

  /** Makes a source of {@code value}. */
  public FixedTokenSource(String value, Scope scope, Optional<Instant> expiry, Clock clock) {
    this.token = AccessToken.fixed(value, scope, expiry.orElse(Instant.MAX));
    this.expiry = expiry;
    this.clock = clock;
  }

  @Override
  public AccessToken token() {
    if (!token.isUsableAt(clock.millis())) {
      throw new AuthenticationException(
          "The legacy token expired"
              + expiry.map(instant -> " on " + instant).orElse("")
              + ". "
              + REMEDY,
          null);
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
