package visibuild.internal.retry;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.CallLabel;
import visibuild.internal.error.RetryAfter;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.Origin;
import visibuild.internal.http.StaleConnectionException;
import visibuild.internal.retry.SpentRetries.Spent;

/**
 * Sends a call when the rate limits allow it, and again after a transient failure: a read after any
 * of these, a write only if the server cannot have processed it. The thread of the call waits. A
 * cancellation or the call's timeout ends a wait, and a wait beyond the call's budget never begins.
 */
public final class RetryInterceptor implements CallInterceptor {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int INTERNAL_SERVER_ERROR = 500;

  private final Origin origin;
  private final RetryPolicy policy;
  private final RateLimits limits;
  private final RateLimitGate gate;
  private final ConnectionMonitor connections;
  private final CallInterceptor next;

  /**
   * Creates an interceptor.
   *
   * @param origin the origin whose calls are limited and repeated. Calls to other origins pass,
   *     unless they are marked as idempotent, like the upload of a file
   * @param next the part of the chain that is repeated
   */
  public RetryInterceptor(
      Origin origin,
      RetryPolicy policy,
      RateLimits limits,
      ConnectionMonitor connections,
      CallInterceptor next) {
    this.origin = origin;
    this.policy = policy;
    this.limits = limits;
    this.gate = new RateLimitGate(limits, policy.sleeper().forRateLimit(), policy.log());
    this.connections = connections;
    this.next = next;
  }

  @Override
  public Response send(Chain chain, Request request) throws IOException {
    boolean isOurs = origin.contains(request.url());
    boolean idempotent =
        isOurs ? RetryPolicy.isRepeatable(request) : RetryPolicy.isMarkedIdempotent(request);
    Attempts attempts = new Attempts(chain, request, isOurs, idempotent);
    try {
      return attempts.response();
    } finally {
      attempts.recordSpent();
      connections.reset(chain.call());
    }
  }

  private static boolean isSentOnce(@Nullable RequestBody body) {
    return body != null && (body.isOneShot() || body.isDuplex());
  }

  /** All attempts of one call. */
  private final class Attempts {
    private final Chain chain;
    private final Call call;
    private final Request request;
    private final boolean isOurs;
    private final boolean idempotent;
    private final int maxRetries;
    private final long startNanos = System.nanoTime();
    private @Nullable WaitBudget budget;
    private @Nullable Spent before;
    private int retry;
    private boolean wasRefused;

    Attempts(Chain chain, Request request, boolean isOurs, boolean idempotent) {
      this.chain = chain;
      this.call = chain.call();
      this.request = request;
      this.isOurs = isOurs;
      this.idempotent = idempotent;
      boolean mayRepeat = (isOurs || idempotent) && !isSentOnce(request.body());
      this.maxRetries = mayRepeat ? policy.retries() : 0;
    }

    Response response() throws IOException {
      while (true) {
        if (isOurs && !gate.tryPass(request)) {
          gate.await(call, request, budget());
        }
        try {
          Response response = sendOnLiveConnection();
          if (!isTransient(response) || !canRepeat(response)) {
            return response;
          }
          response.close();
        } catch (IOException e) {
          repeatAfter(e);
        }
      }
    }

    /** Each stale connection leaves the pool, so this ends with a live or a new one. */
    private Response sendOnLiveConnection() throws IOException {
      while (true) {
        connections.reset(call);
        try {
          return next.send(chain, request);
        } catch (StaleConnectionException e) {
          if (!e.isReused() || call.isCanceled()) {
            throw e;
          }
        }
      }
    }

    /** Waits before another attempt, or throws {@code failure}. */
    private void repeatAfter(IOException failure) throws IOException {
      boolean maySent = connections.mayHaveBeenSent(call, request);
      if (call.isCanceled() || !RetryClassifier.isTransient(failure, idempotent, maySent)) {
        throw failure;
      }
      if (RetryClassifier.isUnprocessed(failure) && !wasRefused && !isSentOnce(request.body())) {
        // The server only closes or saves this connection or stream. Another one serves the call.
        wasRefused = true;
        return;
      }
      int number = nextRetry();
      if (number > maxRetries) {
        throw failure;
      }
      Duration wait = policy.backoff().before(number);
      if (!budget().covers(wait)) {
        throw failure;
      }
      sleep(wait, "the connection failed");
    }

    /** Waits before another attempt and returns true, or returns false. */
    private boolean canRepeat(Response response) throws IOException {
      int number = nextRetry();
      boolean isLimited = isOurs && response.code() == TOO_MANY_REQUESTS;
      @Nullable Duration requested = RetryAfter.requested(response);
      if (isLimited) {
        Duration wait = RetryAfter.of(response);
        if (policy.retries() > 0) {
          limits.pause(request, wait);
        }
        // The wait itself is the pause, in which this call queues with the others.
        return number <= maxRetries && budget().covers(wait);
      }
      Duration wait = requested == null ? policy.backoff().before(number) : requested;
      if (number > maxRetries || !budget().covers(wait)) {
        return false;
      }
      response.close();
      sleep(wait, "the server responded with " + response.code());
      return true;
    }

    /** Returns the number of the next retry, from 1, over all requests of the call. */
    private int nextRetry() {
      retry++;
      return before().retries() + retry;
    }

    /** Looked up at the first wait or retry, since most calls have none. */
    private Spent before() {
      @Nullable Spent known = before;
      if (known == null) {
        known = policy.spent().of(call.request());
        before = known;
      }
      return known;
    }

    void recordSpent() {
      @Nullable WaitBudget used = budget;
      if (used != null || retry > 0) {
        Duration waited = used == null ? Duration.ZERO : used.spent();
        policy.spent().record(call.request(), before().plus(waited, retry));
      }
    }

    /** Created at the first wait, since most calls never wait. */
    private WaitBudget budget() {
      @Nullable WaitBudget current = budget;
      if (current == null) {
        current = new WaitBudget(call, startNanos, policy.maxWait().minus(before().waited()));
        budget = current;
      }
      return current;
    }

    /**
     * The storage's 500 is transient, as Amazon documents for S3. The 504 of a request for the
     * program's cache alone is not: no server sent it.
     */
    private boolean isTransient(Response response) {
      return (isOurs || idempotent)
          && (RetryClassifier.isTransient(response, idempotent)
              || (!isOurs && response.code() == INTERNAL_SERVER_ERROR))
          && !request.cacheControl().onlyIfCached();
    }

    private void sleep(Duration wait, String reason) throws IOException {
      policy.log().waits(CallLabel.of(request), wait, reason);
      budget().spend(wait);
      policy.sleeper().await(wait, new Wakeup(request, call::isCanceled));
    }
  }
}
