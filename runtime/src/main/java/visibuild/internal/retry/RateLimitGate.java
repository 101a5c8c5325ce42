package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.ErrorResponse;
import visibuild.RateLimitedException;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.WrappedApiIOException;

/** Makes a call wait for its turn, if that comes within its budget. */
final class RateLimitGate {
  private static final int TOO_MANY_REQUESTS = 429;

  private final RateLimits limits;
  private final Sleeper sleeper;
  private final RetryLog log;

  RateLimitGate(RateLimits limits, Sleeper sleeper, RetryLog log) {
    this.limits = limits;
    this.sleeper = sleeper;
    this.log = log;
  }

  /** Takes a turn and returns true, if the call does not have to wait. */
  boolean tryPass(Request request) {
    limits.endRecoveries();
    @Nullable RateLimiter endpoint = limits.endpoint(request);
    return endpoint == null && limits.connection().tryAcquire();
  }

  /**
   * Returns when the call may be sent.
   *
   * @throws IOException if the call was cancelled, or would have to wait longer than it can
   */
  void await(Call call, Request request, WaitBudget budget) throws IOException {
    limits.endRecoveries();
    @Nullable RateLimiter endpoint = limits.endpoint(request);
    if (endpoint != null) {
      await(endpoint, call, request, budget);
    }
    await(limits.connection(), call, request, budget);
  }

  private void await(RateLimiter limiter, Call call, Request request, WaitBudget budget)
      throws IOException {
    if (limiter.tryAcquire()) {
      return;
    }
    Wakeup wakeup = new Wakeup(request, call::isCanceled);
    // Around all of it: a call that stayed in the queue would hold up all calls behind it.
    try {
      Duration expected = limiter.join(wakeup, budget.remaining());
      refuseBeyond(budget, expected, limiter, request);
      if (limiter.pauseLeft().isZero()) {
        // The line for the pause stands for all calls that wait for its end.
        log.waits(CallLabel.of(request), expected, "the rate limit of this connection is reached");
      }
      for (Duration sleep = limiter.turn(wakeup); !sleep.isZero(); sleep = limiter.turn(wakeup)) {
        refuseBeyond(budget, limiter.minimumWait(), limiter, request);
        long start = System.nanoTime();
        sleeper.await(sleep, wakeup);
        budget.spend(Duration.ofNanos(System.nanoTime() - start));
      }
    } finally {
      limiter.leave(wakeup);
    }
  }

  private static void refuseBeyond(
      WaitBudget budget, Duration wait, RateLimiter limiter, Request request)
      throws WrappedApiIOException {
    if (budget.covers(wait)) {
      return;
    }
    String limit =
        budget.isLimitedByTimeout()
            ? "its timeout passes in %s; set a longer callTimeout"
            : "it may wait for %s more; set a longer maxWait";
    String advice =
        ("its turn would come in %s, but " + limit + ", or make fewer calls")
            .formatted(RetryLog.seconds(wait), RetryLog.seconds(budget.remaining()));
    Duration pause = limiter.pauseLeft();
    throw new WrappedApiIOException(
        pause.isZero()
            ? new ConnectionException(
                "%s was not sent, because the rate limit of this connection is reached: %s."
                    .formatted(CallLabel.of(request), advice),
                null)
            : new RateLimitedException(
                ErrorResponse.builder(request.method(), CallLabel.path(request), TOO_MANY_REQUESTS)
                    .reason(
                        "not sent, because an earlier call got 429 (too many requests): " + advice)
                    .build(),
                pause));
  }
}
