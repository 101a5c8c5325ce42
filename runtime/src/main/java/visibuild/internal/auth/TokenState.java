package visibuild.internal.auth;

import org.jspecify.annotations.Nullable;

/**
 * What there is at a moment of the tokens of one scope. It changes as a whole: who sees a token
 * sees no flight that is just bringing it, and who sees that one was dropped sees which.
 *
 * @param token the token in use, if there is one
 * @param flight the flight under way, if there is one
 * @param dropped the token that was dropped last, if one was
 */
record TokenState(
    @Nullable AccessToken token, @Nullable TokenRefresh flight, @Nullable Dropped dropped) {
  /** In the beginning. */
  static final TokenState NOTHING = new TokenState(null, null, null);

  /**
   * A token that the server refused.
   *
   * @param pauseEnd before it the next is not dropped in its turn
   */
  record Dropped(AccessToken token, ClockReading pauseEnd) {}

  /** The same with a flight that begins, unless one is under way. */
  TokenState begin(TokenRefresh mine) {
    return flight == null ? new TokenState(token, mine, dropped) : this;
  }

  /** The same after {@code ended}, which brought a token or none. */
  TokenState end(TokenRefresh ended, @Nullable AccessToken brought) {
    return new TokenState(
        brought == null ? token : brought, flight == ended ? null : flight, dropped);
  }

  /** The same without the token that was refused, unless it is not in use any more. */
  TokenState drop(Dropped refused) {
    return token == refused.token() ? new TokenState(null, flight, refused) : this;
  }

  /** The token that must not be the next. */
  @Nullable AccessToken refused() {
    return dropped == null ? null : dropped.token();
  }

  /** Whether it is too early to drop a token again. */
  boolean isInPauseAt(ClockReading now) {
    return dropped != null && !dropped.pauseEnd().isPastAt(now);
  }
}
