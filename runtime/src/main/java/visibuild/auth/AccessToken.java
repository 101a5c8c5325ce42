package visibuild.auth;

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

  /** Beyond this an instant does not fit into milliseconds. */
  private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private static final Instant EVER_SINCE = Instant.ofEpochMilli(Long.MIN_VALUE);

  private final String authorization;
  private final Set<String> granted;
  private final boolean confirmed;
  private final long renewAt;
  private final long usableUntil;

  private AccessToken(
      String value, Set<String> granted, boolean confirmed, long renewAt, long usableUntil) {
    this.authorization = "Bearer " + value;
    this.granted = Set.copyOf(granted);
    this.confirmed = confirmed;
    this.renewAt = renewAt;
    this.usableUntil = usableUntil;
  }

  /**
   * A token that is renewed: it counts as used up a little before its expiry.
   *
   * @param confirmed whether the server said what it granted
   * @param asked when it was asked for, which is when its life began at the latest
   */
  static AccessToken renewed(
      String value, Set<String> granted, boolean confirmed, Instant asked, Duration life) {
    Duration shareOfLife = life.dividedBy(SMALLEST_MARGIN_SHARE);
    Duration margin = shareOfLife.compareTo(MARGIN) < 0 ? shareOfLife : MARGIN;
    Instant expiry = asked.plus(life);
    return new AccessToken(
        value,
        granted,
        confirmed,
        expiry.minus(life.dividedBy(RENEWAL_SHARE)).toEpochMilli(),
        expiry.minus(margin).toEpochMilli());
  }

  /** A token that is used to its end, for there is no other. */
  static AccessToken fixed(String value, Scope scope, Instant expiry) {
    long end = epochMilli(expiry);
    return new AccessToken(value, Scopes.of(scope), false, end, end);
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

  boolean isUsableAt(long epochMilli) {
    return epochMilli < usableUntil;
  }

  boolean isDueForRenewalAt(long epochMilli) {
    return epochMilli >= renewAt;
  }

  @Override
  public String toString() {
    return "AccessToken[granted=" + granted + "]";
  }
}
