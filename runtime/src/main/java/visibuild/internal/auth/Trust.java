package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A token that was just seen to be valid. For a short while it is served by one volatile read,
 * which is far cheaper than a look at a clock; then a timer ends the trust, and the next call looks
 * again. While nobody calls, no timer runs.
 */
final class Trust {
  private static final AtomicReferenceFieldUpdater<Trust, Standing> STANDING =
      AtomicReferenceFieldUpdater.newUpdater(Trust.class, Standing.class, "standing");

  private final AuthContext outside;
  private volatile Standing standing = new Standing(null);

  Trust(AuthContext outside) {
    this.outside = outside;
  }

  /** What is trusted for a while; each is another than all before, even if it is nothing. */
  static final class Standing {
    private final @Nullable AccessToken token;

    private Standing(@Nullable AccessToken token) {
      this.token = token;
    }

    /** The token that is trusted, if there is one. */
    @Nullable AccessToken token() {
      return token;
    }
  }

  /** What is trusted now. */
  Standing standing() {
    return standing;
  }

  /**
   * Trusts {@code valid}, which has {@code left} to live, unless the trust began or ended since
   * {@code seen}: then whoever did that may know that the token is not wanted any more.
   *
   * @param seen what stood before {@code valid} was looked at
   */
  void begin(Standing seen, AccessToken valid, Duration left) {
    Duration most = outside.time().trust();
    Duration span = left.compareTo(most) < 0 ? left : most;
    Standing next = new Standing(valid);
    if (span.isZero() || seen.token() != null || !STANDING.compareAndSet(this, seen, next)) {
      return;
    }
    try {
      Runnable unused = outside.timer().schedule(span, () -> end(next));
    } catch (Throwable e) {
      // The token is good all the same, but without a timer nothing would end the trust.
      end(next);
    }
  }

  /** Ends it, and what somebody is just about to trust. */
  void end() {
    standing = new Standing(null);
  }

  private void end(Standing old) {
    STANDING.compareAndSet(this, old, new Standing(null));
  }
}
