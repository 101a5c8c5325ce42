package visibuild.internal.auth;

import java.time.Duration;
import java.util.Set;

/**
 * A token as it is shared; by the wall clock, the only one that machines have in common.
 *
 * @param sequence higher than that of any entry before; no time, since clocks differ
 * @param value the token
 */
record SharedToken(
    long sequence,
    long issuedAtMillis,
    long expiresAtMillis,
    boolean confirmed,
    Set<String> granted,
    Held value) {
  private static final String TYPE = "Bearer ";

  static SharedToken of(AccessToken token, long number, long issuedAtMillis) {
    return new SharedToken(
        number,
        issuedAtMillis,
        token.expiresAtMillis(),
        token.isConfirmed(),
        token.granted(),
        new Held(token.authorization().substring(TYPE.length())));
  }

  AccessToken token(ClockReading now, double chance) {
    ClockReading asked = now.plus(Duration.ofMillis(issuedAtMillis - now.wallMillis()));
    Duration life = Duration.ofMillis(expiresAtMillis - issuedAtMillis);
    return AccessToken.renewed(value.reveal(), granted, confirmed, asked, life, chance);
  }

  boolean isSame(AccessToken token) {
    return token.authorization().equals(TYPE + value.reveal());
  }
}
