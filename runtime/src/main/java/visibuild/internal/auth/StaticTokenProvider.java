package visibuild.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.internal.base.Secret;
import visibuild.internal.error.CallLabel;

/**
 * Provides a legacy token until it expires. Only the wall clock counts: the expiry is a date that
 * the user gave, and no lifetime.
 */
public final class StaticTokenProvider implements TokenProvider {
  private static final String REPLACEMENT =
      "Create OAuth client credentials in Visibuild's company settings, and use"
          + " ClientCredentials.of(id, secret, scope) instead.";

  /** The times before the expiry at which a warning is given, longest first. */
  private static final List<Duration> WARNINGS =
      List.of(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1));

  private final AccessToken token;
  private final @Nullable Instant expiresAt;
  private final long expiresAtMillis;
  private final long firstWarningMillis;
  private final String expiry;
  private final AuthContext context;

  /** The number of days before the expiry at which the last warning was given. */
  private final AtomicLong warnedDays = new AtomicLong(Long.MAX_VALUE);

  /**
   * Creates a provider.
   *
   * @param expiresAt the expiry; null if it is not known
   * @param expiry the expiry as the user wrote it, for messages
   */
  public StaticTokenProvider(
      Secret value, Scope scope, @Nullable Instant expiresAt, String expiry, AuthContext context) {
    this.token = AccessToken.legacy(value, scope);
    this.expiresAt = expiresAt;
    this.expiresAtMillis = expiresAt == null ? Long.MAX_VALUE : epochMillis(expiresAt);
    this.firstWarningMillis = expiresAtMillis - WARNINGS.get(0).toMillis();
    this.expiry = expiry;
    this.context = context;
  }

  /** Returns milliseconds since 1970, or the largest or smallest number for a time out of range. */
  private static long epochMillis(Instant instant) {
    if (instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
      return Long.MAX_VALUE;
    }
    return instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
        ? Long.MIN_VALUE
        : instant.toEpochMilli();
  }

  /** Returns whether the token has expired. */
  public boolean isExpired() {
    return wallMillis() >= expiresAtMillis;
  }

  /** Returns the message for an expired token. */
  public String expiredMessage() {
    return "The legacy token expired (" + expiry + "). " + REPLACEMENT;
  }

  @Override
  public AccessToken token(Call call) {
    if (expiresAt == null) {
      return token;
    }
    long now = wallMillis();
    if (now >= expiresAtMillis) {
      throw new AuthenticationException(
          TokenFailure.withCall(expiredMessage(), CallLabel.of(call.request())), null);
    }
    if (now >= firstWarningMillis) {
      warn(expiresAt, Duration.ofMillis(expiresAtMillis).minusMillis(now));
    }
    return token;
  }

  private long wallMillis() {
    return context.clocks().wall().millis();
  }

  /** Gives each warning once; a program that starts late gets the last one only. */
  private void warn(Instant expiresAt, Duration left) {
    for (int i = WARNINGS.size() - 1; i >= 0; i--) {
      Duration ahead = WARNINGS.get(i);
      if (left.compareTo(ahead) <= 0) {
        long before = warnedDays.get();
        if (before > ahead.toDays() && warnedDays.compareAndSet(before, ahead.toDays())) {
          context.eventPublisher().publish(new TokenEvent.ExpiryApproaching(expiresAt, left));
          context
              .eventPublisher()
              .warn(
                  "The legacy token expires (%s) in less than %d day(s). %s"
                      .formatted(expiry, ahead.toDays(), REPLACEMENT));
        }
        return;
      }
    }
  }

  /** Returns false: no other token exists. */
  @Override
  public boolean invalidate(AccessToken token) {
    return false;
  }

  @Override
  public String hint(AccessToken token) {
    return "The legacy token has expired or was revoked. " + REPLACEMENT;
  }
}
