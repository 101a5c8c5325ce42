package visibuild.internal.auth;

import java.time.Duration;
import visibuild.internal.time.ClockReading;

/**
 * A failed refresh that serves as the result for a while, so that a token endpoint that refuses is
 * not asked by each call (negative caching).
 *
 * @param failures the number of failures in a row that back-off counts
 * @param expiresAt the time from which a refresh is tried again
 * @param secretCheckAt the time from which the secret is worth another look
 */
record CachedFailure(
    TokenFailure failure, int failures, ClockReading expiresAt, ClockReading secretCheckAt) {
  private static final Duration SECRET_CHECK_INTERVAL = Duration.ofSeconds(30);

  static CachedFailure of(TokenFailure failure, int failures, Duration pause, ClockReading now) {
    return new CachedFailure(failure, failures, now.plus(pause), now.plus(SECRET_CHECK_INTERVAL));
  }

  boolean isSecretCheckDueAt(ClockReading now) {
    return failure.kind().isPermanent() && secretCheckAt.isReachedAt(now);
  }

  CachedFailure withNextSecretCheckAfter(ClockReading now) {
    return new CachedFailure(failure, failures, expiresAt, now.plus(SECRET_CHECK_INTERVAL));
  }
}
