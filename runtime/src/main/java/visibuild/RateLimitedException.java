package visibuild;

import java.time.Duration;

/**
 * Too many requests (429).
 *
 * @since 0.1
 */
public final class RateLimitedException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** How long to wait. */
  private final Duration retryAfter;

  /**
   * Says that a call was refused by {@code answer}.
   *
   * @param retryAfter how long to wait before the next request
   */
  public RateLimitedException(ErrorResponse answer, Duration retryAfter) {
    super(answer + ". Wait " + retryAfter.toSeconds() + " s before the next request.", answer);
    this.retryAfter = retryAfter;
  }

  /**
   * How long to wait before the next request: what the server's {@code Retry-After} says, else one
   * minute, which is what Visibuild's own programs advise.
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
