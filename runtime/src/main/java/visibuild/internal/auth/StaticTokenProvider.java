package visibuild.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import visibuild.AuthenticationException;
import visibuild.Scope;
import visibuild.TokenEvent;

/** The source of a legacy token: the token itself, until it expires. */
public final class StaticTokenProvider implements TokenProvider {
  private static final String REMEDY =
      "Create OAuth client credentials in Visibuild's company settings, and use"
          + " ClientCredentials.of(id, secret, scope) instead.";

  /** How long ahead the expiry is warned of, the longest first. */
  private static final List<Duration> WARNINGS =
      List.of(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1));

  private final AccessToken token;
  private final Optional<Instant> end;
  private final String expiry;
  private final AuthContext outside;
  private final Trust trust;

  /** How many days ahead the last warning was given. */
  private final AtomicLong warnedDays = new AtomicLong(Long.MAX_VALUE);

  /**
   * Makes a source of {@code value}.
   *
   * @param end when the token expires, if that is known
   * @param expiry the same in the user's words, for messages
   */
  public StaticTokenProvider(
      String value, Scope scope, Optional<Instant> end, String expiry, AuthContext outside) {
    this.token = AccessToken.fixed(value, scope, end.orElse(Instant.MAX), outside.time().now());
    this.end = end;
    this.expiry = expiry;
    this.outside = outside;
    this.trust = new Trust(outside);
  }

  /** Whether the token has expired. */
  public boolean isExpired() {
    return !token.isUsableAt(outside.time().now());
  }

  /** What is wrong once it has, and what to do. */
  public String expired() {
    return "The legacy token expired (" + expiry + "). " + REMEDY;
  }

  @Override
  public AccessToken token(Call call) {
    Trust.Standing standing = trust.standing();
    AccessToken trusted = standing.token();
    return trusted == null ? look(call, standing) : trusted;
  }

  private AccessToken look(Call call, Trust.Standing seen) {
    ClockReading now = outside.time().now();
    if (!token.isUsableAt(now)) {
      throw new AuthenticationException(
          TokenFailure.said(expired(), TokenFailure.name(call)), null);
    }
    Duration left = token.usableFrom(now);
    end.ifPresent(instant -> warn(instant, left));
    trust.begin(seen, token, left);
    return token;
  }

  /** Each warning once; who begins late is given the last one only. */
  private void warn(Instant instant, Duration left) {
    for (int i = WARNINGS.size() - 1; i >= 0; i--) {
      Duration ahead = WARNINGS.get(i);
      if (left.compareTo(ahead) <= 0) {
        long before = warnedDays.get();
        if (before > ahead.toDays() && warnedDays.compareAndSet(before, ahead.toDays())) {
          outside.eventPublisher().publish(new TokenEvent.ExpiryApproaching(instant, left));
          outside
              .eventPublisher()
              .warn(
                  "The legacy token expires (%s) in less than %d day(s). %s"
                      .formatted(expiry, ahead.toDays(), REMEDY));
        }
        return;
      }
    }
  }

  /** There is no other token. */
  @Override
  public boolean invalidate(AccessToken token) {
    return false;
  }

  @Override
  public String hint() {
    return "The legacy token has expired or was revoked. " + REMEDY;
  }
}
