package visibuild.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import visibuild.Scope;

/** An access token, and the times that matter for it. It does not show itself. */
public final class AccessToken {
  /** A token is not used in its last minute: it must still be valid when the server reads it. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Of a short life the margin takes this share at most. */
  private static final int SMALLEST_MARGIN_SHARE = 10;

  /** The share of its life before its end in which a token is renewed while it still serves. */
  private static final int RENEWAL_SHARE = 4;

  /** The share of that in which the renewals of many programs are spread. */
  private static final int JITTER_SHARE = 3;

  /** Beyond these an instant does not fit into milliseconds. */
  private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private static final Instant EVER_SINCE = Instant.ofEpochMilli(Long.MIN_VALUE);

  /** More than a century. */
  private static final long NEVER_NANOS = Long.MAX_VALUE / 2;

  private final transient String authorization;
  private final Set<String> granted;
  private final boolean confirmed;
  private final ClockReading renewAt;
  private final ClockReading usableUntil;
  private final long expiresAtMillis;

  private AccessToken(
      String value,
      Set<String> granted,
      boolean confirmed,
      ClockReading renewAt,
      ClockReading usableUntil,
      long expiresAtMillis) {
    this.authorization = "Bearer " + value;
    this.granted = Set.copyOf(granted);
    this.confirmed = confirmed;
    this.renewAt = renewAt;
    this.usableUntil = usableUntil;
    this.expiresAtMillis = expiresAtMillis;
  }

  /**
   * A token that is renewed: it counts as used up a little before its expiry.
   *
   * @param confirmed whether the server said what it granted
   * @param asked when it was asked for, which is when its life began at the latest
   * @param chance from 0 to 1; spreads the renewals of many programs
   */
  static AccessToken renewed(
      String value,
      Set<String> granted,
      boolean confirmed,
      ClockReading asked,
      Duration life,
      double chance) {
    Duration shareOfLife = life.dividedBy(SMALLEST_MARGIN_SHARE);
    Duration margin = shareOfLife.compareTo(MARGIN) < 0 ? shareOfLife : MARGIN;
    Duration window = life.dividedBy(RENEWAL_SHARE);
    Duration jitter = Duration.ofNanos((long) (window.toNanos() * chance / JITTER_SHARE));
    return new AccessToken(
        value,
        granted,
        confirmed,
        asked.plus(life.minus(window).plus(jitter)),
        asked.plus(life.minus(margin)),
        asked.plus(life).wallMillis());
  }

  /**
   * A token that is used to its end, for there is no other.
   *
   * @param end when that is
   */
  static AccessToken fixed(String value, Scope scope, Instant end, ClockReading now) {
    // A date counts by the wall clock alone: it is the user's, and no length of time.
    ClockReading last = new ClockReading(epochMilli(end), now.nanos() + NEVER_NANOS);
    return new AccessToken(value, Scopes.of(scope), false, last, last, last.wallMillis());
  }

  private static long epochMilli(Instant instant) {
    if (instant.isAfter(FOREVER)) {
      return Long.MAX_VALUE;
    }
    return instant.isBefore(EVER_SINCE) ? Long.MIN_VALUE : instant.toEpochMilli();
  }

  /** The value of the {@code Authorization} header; a secret. */
  public String authorization() {
    return authorization;
  }

  /** The scope values that were granted, such as {@code read}. */
  public Set<String> granted() {
    return granted;
  }

  /** Whether the server said that it granted these; else the program says so. */
  public boolean isConfirmed() {
    return confirmed;
  }

  boolean isUsableAt(ClockReading now) {
    return !usableUntil.isPastAt(now);
  }

  boolean isDueForRenewalAt(ClockReading now) {
    return renewAt.isPastAt(now);
  }

  /** How long it may still be used. */
  Duration usableFrom(ClockReading now) {
    return usableUntil.from(now);
  }

  /** When it expires by the wall clock, in milliseconds since 1970. */
  long expiresAtMillis() {
    return expiresAtMillis;
  }

  @Override
  public String toString() {
    return "AccessToken[granted=" + granted + "]";
  }
}
