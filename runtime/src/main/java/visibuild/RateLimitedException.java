package visibuild;

import java.time.Duration;

/**
 * Too many requests (429).
 *
 * @since 0.1
 */
public final class RateLimitedException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** The recommended wait. */
  private final Duration retryAfter;

  /**
   * Creates an exception for {@code errorResponse}.
   *
   * @param retryAfter the wait before the next request
   */
  public RateLimitedException(ErrorResponse errorResponse, Duration retryAfter) {
    super(
        errorResponse
            + ". Wait "
            + retryAfter.plusMillis(999).toSeconds()
            + " s before the next request.",
        errorResponse);
    this.retryAfter = retryAfter;
  }

  /**
   * Returns the wait before the next request: the server's {@code Retry-After}, otherwise one
   * minute, as Visibuild's own programs advise.
   */
  public Duration retryAfter() {
    return retryAfter;
  }
}
