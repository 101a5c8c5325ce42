package visibuild.auth;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A token that was just seen to be valid. For a short while it is served by one volatile read,
 * which is far cheaper than a look at a clock; then a timer ends the trust, and the next call looks
 * again. While nobody calls, no timer runs.
 */
final class Trust {
  private final Outside outside;
  private volatile @Nullable AccessToken token;

  Trust(Outside outside) {
    this.outside = outside;
  }

  @Nullable AccessToken token() {
    return token;
  }

  /** Trusts {@code valid}, which has {@code left} to live. */
  void begin(AccessToken valid, Duration left) {
    Duration most = outside.time().trust();
    Duration span = left.compareTo(most) < 0 ? left : most;
    if (span.isZero() || token != null) {
      return;
    }
    try {
      token = valid;
      Runnable unused = outside.timer().after(span, this::end);
    } catch (RejectedExecutionException e) {
      // Without a timer nothing would end the trust.
      end();
    }
  }

  void end() {
    token = null;
  }
}
