package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.internal.adapter.BodyRetry;
import visibuild.internal.error.CallLabel;
import visibuild.internal.http.RequiredScope;
import visibuild.internal.retry.SpentRetries.Spent;
import visibuild.internal.time.ExponentialBackoff;

/**
 * The rules for repeating calls of one connection.
 *
 * @param retries the most times that a call is repeated
 * @param maxWait the longest that all waits of one call take together
 * @param backoff the waits for which the server names no time
 * @param sleeper suspends the thread of a call
 * @param spent the waits and retries of calls that several requests carry out
 */
public record RetryPolicy(
    int retries,
    Duration maxWait,
    ExponentialBackoff backoff,
    Sleeper sleeper,
    RetryLog log,
    SpentRetries spent)
    implements BodyRetry {

  /** Repeats a read that has a retry and time left. */
  @Override
  public boolean await(Request request, int repetition, BooleanSupplier cancelled, long nanosLeft)
      throws IOException {
    Spent before = spent.of(request);
    int retry = Math.max(repetition, before.retries() + 1);
    if (retry > retries || !isRepeatable(request)) {
      return false;
    }
    Duration wait = backoff.before(retry);
    if (before.waited().plus(wait).compareTo(maxWait) > 0 || wait.toNanos() > nanosLeft) {
      return false;
    }
    spent.record(request, before.plus(wait, 1));
    log.waits(CallLabel.of(request), wait, "the response broke off");
    sleeper.await(wait, new Wakeup(request, cancelled));
    return true;
  }

  @Override
  public void carry(Request request, Request next) {
    spent.carry(request, next);
  }

  /** Returns whether a request to Visibuild may be processed twice. */
  static boolean isRepeatable(Request request) {
    return RequiredScope.of(request) == Scope.READ || isMarkedIdempotent(request);
  }

  /** Returns whether the program states that the request may be processed twice. */
  static boolean isMarkedIdempotent(Request request) {
    @Nullable RequestOptions options = request.tag(RequestOptions.class);
    return options != null && options.isIdempotent();
  }
}
