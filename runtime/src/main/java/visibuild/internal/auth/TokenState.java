package visibuild.internal.auth;

import org.jspecify.annotations.Nullable;
import visibuild.internal.time.ClockReading;

/**
 * The tokens of one scope at one point in time. Immutable and replaced atomically, so readers never
 * see a new token beside the refresh that fetched it, or a dropped token beside its successor.
 *
 * @param token the current token
 * @param refresh the refresh in progress
 * @param rejection the last token that the API rejected
 * @param failure the last failed refresh, until one succeeds
 * @param closed whether no refresh may start any more
 */
record TokenState(
    @Nullable AccessToken token,
    @Nullable TokenRefresh refresh,
    @Nullable Rejection rejection,
    @Nullable CachedFailure failure,
    boolean closed) {
  /** The initial state. */
  static final TokenState EMPTY = new TokenState(null, null, null, null, false);

  /**
   * A token that the API rejected.
   *
   * @param pauseEnd the time before which its successor is not dropped
   * @param revoked whether it certainly was revoked: another token succeeded where it failed
   * @param revocations the number of tokens in a row that were revoked before they were due
   */
  record Rejection(AccessToken token, ClockReading pauseEnd, boolean revoked, int revocations) {
    Rejection asRevoked() {
      return new Rejection(token, pauseEnd, true, revocations + 1);
    }
  }

  /** Returns whether a call at {@code now} has to start a refresh. */
  boolean needsRefreshAt(ClockReading now) {
    return (refresh == null || refresh.isLostAt(now))
        && !closed
        && (token == null || token.isRefreshDueAt(now))
        && (failure == null || failure.expiresAt().isReachedAt(now));
  }

  TokenState startRefresh(TokenRefresh started, ClockReading now) {
    return needsRefreshAt(now) ? new TokenState(token, started, rejection, failure, closed) : this;
  }

  /** Returns this state with the token that {@code completed} fetched. */
  TokenState onSuccess(TokenRefresh completed, AccessToken fetched) {
    boolean wasRevoked = rejection != null && (token == null || rejection.token() == token);
    return new TokenState(
        fetched, without(completed), wasRevoked ? rejection : forgiven(rejection), null, closed);
  }

  /** Returns a rejection after which a token lived until it was due. */
  private static @Nullable Rejection forgiven(@Nullable Rejection past) {
    return past == null || past.revocations() == 0
        ? past
        : new Rejection(past.token(), past.pauseEnd(), past.revoked(), 0);
  }

  TokenState onFailure(TokenRefresh completed, CachedFailure cached) {
    return new TokenState(token, without(completed), rejection, cached, closed);
  }

  TokenState endRefresh(TokenRefresh ended) {
    return new TokenState(token, without(ended), rejection, failure, closed);
  }

  private @Nullable TokenRefresh without(TokenRefresh ended) {
    return refresh == ended ? null : refresh;
  }

  /** Returns this state without the rejected token, unless it was replaced already. */
  TokenState drop(AccessToken rejected, ClockReading pauseEnd) {
    if (token != rejected) {
      return this;
    }
    Rejection last = rejection;
    boolean isRevoked = last != null && last.token() == rejected && last.revoked();
    Rejection next = new Rejection(rejected, pauseEnd, isRevoked, revocations());
    return new TokenState(null, refresh, next, failure, closed);
  }

  /**
   * Returns this state after the current token was rejected in the pause after another rejection.
   * If its predecessor was revoked, and the API had accepted it, it was revoked too.
   */
  TokenState rejectInPause(AccessToken rejected) {
    if (token != rejected
        || rejection == null
        || rejection.token() == rejected
        || !rejection.revoked()
        || !rejected.wasAccepted()) {
      return this;
    }
    Rejection next = new Rejection(rejected, rejection.pauseEnd(), true, revocations() + 1);
    return new TokenState(token, refresh, next, failure, closed);
  }

  /** Returns this state after another token did what {@code rejected} could not. */
  TokenState confirmRevoked(AccessToken rejected) {
    return rejection == null || rejection.token() != rejected || rejection.revoked()
        ? this
        : new TokenState(token, refresh, rejection.asRevoked(), failure, closed);
  }

  /** Returns this state with {@code changed} in the place of {@code expected}. */
  TokenState replaceFailure(CachedFailure expected, @Nullable CachedFailure changed) {
    return expected.equals(failure)
        ? new TokenState(token, refresh, rejection, changed, closed)
        : this;
  }

  TokenState close() {
    return new TokenState(token, refresh, rejection, failure, true);
  }

  /** Returns the token that must not be fetched again. */
  @Nullable AccessToken rejectedToken() {
    return rejection == null ? null : rejection.token();
  }

  /** Returns the number of tokens in a row that were revoked before they were due. */
  int revocations() {
    return rejection == null ? 0 : rejection.revocations();
  }

  /** Returns whether the current token replaced a rejected one too recently to be dropped. */
  boolean isInRejectionPauseAt(ClockReading now) {
    return rejection != null && !rejection.pauseEnd().isReachedAt(now);
  }
}
