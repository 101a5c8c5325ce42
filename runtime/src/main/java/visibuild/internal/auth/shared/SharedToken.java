package visibuild.internal.auth.shared;

import java.time.Duration;
import java.util.Set;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.base.Secret;
import visibuild.internal.time.ClockReading;

/**
 * The shared form of a token. Its times are of the wall clock, the only clock that machines share.
 *
 * @param sequence a number higher than that of any entry before; not a time, since clocks differ
 */
record SharedToken(
    long sequence,
    long issuedAtMillis,
    long expiresAtMillis,
    boolean scopeConfirmed,
    Set<String> granted,
    Secret value) {
  static SharedToken of(AccessToken token, long sequence, long issuedAtMillis) {
    return new SharedToken(
        sequence,
        issuedAtMillis,
        token.expiresAtMillis(),
        token.scopeConfirmed(),
        token.granted(),
        token.value());
  }

  AccessToken toAccessToken(ClockReading now, double jitter) {
    ClockReading requestedAt = now.plus(Duration.ofMillis(issuedAtMillis - now.wallMillis()));
    Duration lifetime = Duration.ofMillis(expiresAtMillis - issuedAtMillis);
    return AccessToken.expiring(value, granted, scopeConfirmed, requestedAt, lifetime, jitter);
  }

  boolean isSameAs(AccessToken token) {
    return token.value().isSameAs(value);
  }
}
