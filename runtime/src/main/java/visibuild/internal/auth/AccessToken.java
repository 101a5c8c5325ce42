package visibuild.internal.auth;

import java.time.Duration;
import java.util.Set;
import visibuild.Scope;
import visibuild.internal.base.BearerScheme;
import visibuild.internal.base.Secret;
import visibuild.internal.time.ClockReading;
import visibuild.internal.time.Clocks;

/**
 * An access token with its scope and its times. Its value appears in no {@code toString}.
 *
 * <p>Safe for use by several threads. Its content is immutable; two fields record observations.
 */
public final class AccessToken {
  /** A token is not used in its last minute: it must still be valid when the server reads it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** The divisor of a short lifetime that bounds its margin. */
  private static final int MARGIN_DIVISOR = 10;

  /** The divisor of a lifetime that gives the window in which the next token is fetched early. */
  private static final int REFRESH_WINDOW_DIVISOR = 4;

  /** The divisor of the window over which the refreshes of many programs are spread. */
  private static final int JITTER_DIVISOR = 3;

  private final Secret value;
  private final transient String authorization;
  private final Set<String> granted;
  private final boolean scopeConfirmed;
  private final ClockReading refreshAt;
  private final ClockReading usableUntil;
  private final long expiresAtMillis;

  /** The monotonic time up to which the token is fresh without another look at the wall clock. */
  private volatile long freshUntilNanos;

  private volatile boolean accepted;

  private AccessToken(
      Secret value,
      Set<String> granted,
      boolean scopeConfirmed,
      ClockReading refreshAt,
      ClockReading usableUntil,
      long expiresAtMillis,
      long nowNanos) {
    this.value = value;
    this.authorization = BearerScheme.authorization(value.reveal());
    this.granted = Set.copyOf(granted);
    this.scopeConfirmed = scopeConfirmed;
    this.refreshAt = refreshAt;
    this.usableUntil = usableUntil;
    this.expiresAtMillis = expiresAtMillis;
    this.freshUntilNanos = nowNanos;
  }

  /**
   * Returns a token that expires and is refreshed before.
   *
   * @param scopeConfirmed whether the server stated the granted scope
   * @param requestedAt the time of the request, which is the latest time at which the lifetime
   *     began
   * @param jitter from 0 to 1; spreads the refreshes of many programs
   */
  public static AccessToken expiring(
      Secret value,
      Set<String> granted,
      boolean scopeConfirmed,
      ClockReading requestedAt,
      Duration lifetime,
      double jitter) {
    Duration share = lifetime.dividedBy(MARGIN_DIVISOR);
    Duration margin = share.compareTo(MARGIN) < 0 ? share : MARGIN;
    Duration window = lifetime.dividedBy(REFRESH_WINDOW_DIVISOR);
    Duration delay = Duration.ofNanos((long) (window.toNanos() * jitter / JITTER_DIVISOR));
    return new AccessToken(
        value,
        granted,
        scopeConfirmed,
        requestedAt.plus(lifetime.minus(window).plus(delay)),
        requestedAt.plus(lifetime.minus(margin)),
        requestedAt.plus(lifetime).wallMillis(),
        requestedAt.nanos());
  }

  /** Returns a token that is never refreshed; its provider knows when it expires. */
  static AccessToken legacy(Secret value, Scope scope) {
    ClockReading never = new ClockReading(Long.MAX_VALUE, Long.MAX_VALUE);
    return new AccessToken(
        value, Scopes.of(scope), false, never, never, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  /** Returns the value of the {@code Authorization} header; a secret. */
  public String authorization() {
    return authorization;
  }

  /** Returns the token alone, without its scheme. */
  public Secret value() {
    return value;
  }

  /** Returns the granted scope tokens, such as {@code read}. */
  public Set<String> granted() {
    return granted;
  }

  /** Returns whether the server stated the granted scope; otherwise it is the requested one. */
  public boolean scopeConfirmed() {
    return scopeConfirmed;
  }

  /** Returns the expiry by the wall clock, in milliseconds since 1970. */
  public long expiresAtMillis() {
    return expiresAtMillis;
  }

  /** Returns whether the token may be sent at {@code now}. */
  public boolean isUsableAt(ClockReading now) {
    return !usableUntil.isReachedAt(now);
  }

  /** Returns whether the next token should be fetched at {@code now}. */
  public boolean isRefreshDueAt(ClockReading now) {
    return refreshAt.isReachedAt(now);
  }

  /**
   * Returns whether the token is usable and no refresh is due. Allocates nothing: the wall clock is
   * read once in each interval of {@link Clocks#wallCheckInterval()}.
   *
   * @param nanos the reading of the monotonic clock
   */
  boolean isFreshAt(long nanos, Clocks clocks) {
    return nanos - freshUntilNanos < 0 || isFreshAt(clocks.at(nanos), clocks.wallCheckInterval());
  }

  private boolean isFreshAt(ClockReading now, Duration wallCheckInterval) {
    if (isRefreshDueAt(now) || !isUsableAt(now)) {
      return false;
    }
    long interval = Math.min(wallCheckInterval.toNanos(), refreshAt.nanos() - now.nanos());
    freshUntilNanos = now.nanos() + interval;
    return true;
  }

  /** Records that the API accepted a request with this token. */
  public void markAccepted() {
    if (!accepted) {
      accepted = true;
    }
  }

  /** Returns whether the API has ever accepted this token. */
  boolean wasAccepted() {
    return accepted;
  }

  @Override
  public String toString() {
    return "AccessToken[granted=" + granted + "]";
  }
}
