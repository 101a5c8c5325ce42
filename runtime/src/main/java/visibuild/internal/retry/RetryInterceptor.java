package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.internal.error.RetryAfter;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.Origin;
import visibuild.internal.http.RequiredScope;

/**
 * Sends a call when the pace allows, and again when a failure may pass: a read after any such
 * failure, a write only where the server cannot have acted. The thread of the call waits; a
 * cancellation or the call's deadline ends that, and a wait beyond the deadline is not begun.
 */
public final class RetryInterceptor implements CallInterceptor {
  private static final int TOO_MANY_REQUESTS = 429;

  private final Origin origin;
  private final int retries;
  private final RateLimiter pace;
  private final ExponentialBackoff backoff;
  private final Sleeper waiting;
  private final RateLimitGate turns;
  private final CallInterceptor next;

  /**
   * Makes an interceptor.
   *
   * @param origin the origin whose calls are paced and repeated; calls to others pass, unless they
   *     say that they are repeatable, as the upload of a file does
   * @param retries how often a call is repeated at most
   * @param next what is repeated
   */
  public RetryInterceptor(
      Origin origin,
      int retries,
      RateLimiter pace,
      ExponentialBackoff backoff,
      Sleeper waiting,
      CallInterceptor next) {
    this.origin = origin;
    this.retries = retries;
    this.pace = pace;
    this.backoff = backoff;
    this.waiting = waiting;
    this.turns = new RateLimitGate(pace, waiting);
    this.next = next;
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    boolean isOurs = origin.contains(request.url());
    boolean repeatable = isOurs ? isRepeatable(request) : saysRepeatable(request);
    if (!isOurs && !repeatable) {
      return next.send(chain, request);
    }
    long began = System.nanoTime();
    int most = isSentOnce(request.body()) ? 0 : retries;
    for (int retry = 1; ; retry++) {
      if (isOurs) {
        turns.await(chain.call(), request, began);
      }
      Duration wait;
      try {
        Response response = next.send(chain, request);
        if (!mayPass(response, repeatable, isOurs)) {
          return response;
        }
        wait = waitAfter(response, retry, isOurs);
        if (retry > most || isBeyondDeadline(chain.call(), began, wait)) {
          return response;
        }
        response.close();
        if (isOurs && response.code() == TOO_MANY_REQUESTS) {
          continue;
        }
      } catch (IOException e) {
        wait = backoff.before(retry);
        if (retry > most
            || chain.call().isCanceled()
            || !RetryClassifier.mayPass(e, repeatable)
            || isBeyondDeadline(chain.call(), began, wait)) {
          throw e;
        }
      }
      waiting.await(wait, chain.call(), Wakeup.of(chain.call()));
    }
  }

  /** How long to wait. After a 429 all calls wait, and this one takes its place among them. */
  private Duration waitAfter(Response response, int retry, boolean isOurs) {
    if (isOurs && response.code() == TOO_MANY_REQUESTS) {
      Duration wait = RetryAfter.of(response);
      if (retries > 0) {
        pace.pause(wait);
      }
      return wait;
    }
    @Nullable Duration said = RetryAfter.said(response);
    return said == null ? backoff.before(retry) : said;
  }

  /** A storage's 500 may pass, as S3 says of its own. */
  private static boolean mayPass(Response response, boolean repeatable, boolean isOurs) {
    return RetryClassifier.mayPass(response, repeatable) || (!isOurs && response.code() == 500);
  }

  private static boolean isBeyondDeadline(Call call, long began, Duration wait) {
    return wait.compareTo(Deadline.left(call, began)) > 0;
  }

  private static boolean isRepeatable(Request request) {
    return RequiredScope.of(request) == Scope.READ || saysRepeatable(request);
  }

  private static boolean saysRepeatable(Request request) {
    @Nullable RequestOptions options = request.tag(RequestOptions.class);
    return options != null && options.isIdempotent();
  }

  private static boolean isSentOnce(@Nullable RequestBody body) {
    return body != null && (body.isOneShot() || body.isDuplex());
  }
}
