package visibuild.internal.retry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.internal.error.CallLabel;

/**
 * The rate limiters of one connection: one for all calls, and one for each endpoint that the server
 * has limited. An endpoint is a verb and a path as the interface states it, such as {@code GET
 * api/core/v1/users}.
 *
 * <p>A 429 pauses its endpoint, since Visibuild's limits may be per endpoint. A second endpoint
 * that gets a 429 before the first has its rate back shows that the limit is the credential's: then
 * all calls pause. An endpoint that is not called in the minute after its pause counts as back at
 * its rate. Safe for use by several threads.
 */
public final class RateLimits {
  private final RateLimiter connection;
  private final Map<String, RateLimiter> endpoints = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final RetryLog log;

  /**
   * Creates limits without a pause.
   *
   * @param interval the time from one call to the next; zero for no limit
   * @param nanos the current time, as of {@link System#nanoTime}
   */
  public RateLimits(Duration interval, LongSupplier nanos, RetryLog log) {
    this.connection = new RateLimiter(interval, nanos);
    this.nanos = nanos;
    this.log = log;
  }

  /** Returns the limiter of all calls. */
  RateLimiter connection() {
    return connection;
  }

  /** Returns the limiter of the request's endpoint; null while it is not limited. */
  @Nullable RateLimiter endpoint(Request request) {
    // Nearly always empty, so that no label is made.
    return endpoints.isEmpty() ? null : endpoints.get(CallLabel.of(request));
  }

  /** Pauses the endpoint of {@code request}, or all calls if another endpoint is limited too. */
  void pause(Request request, Duration wait) {
    endRecoveries();
    String endpoint = CallLabel.of(request);
    boolean isOnlyOne =
        endpoints.isEmpty() || (endpoints.size() == 1 && endpoints.containsKey(endpoint));
    if (isOnlyOne && !connection.isRestrained()) {
      RateLimiter limiter =
          endpoints.computeIfAbsent(endpoint, unused -> new RateLimiter(Duration.ZERO, nanos));
      if (limiter.pause(wait)) {
        log.pauseBegan(endpoint, wait);
      }
    } else if (connection.pause(wait)) {
      log.pauseBegan("Every call of this connection", wait);
    }
  }

  /** Ends each slow start that has reached its goal. To be called for each call that is sent. */
  void endRecoveries() {
    if (connection.isRestrained() && connection.tryEndRecovery()) {
      log.rateIsBack("Every call of this connection");
    }
    if (!endpoints.isEmpty()) {
      endpoints.forEach(
          (endpoint, limiter) -> {
            if (limiter.tryEndRecovery() || limiter.isUnused()) {
              endpoints.remove(endpoint, limiter);
              log.rateIsBack(endpoint);
            }
          });
    }
  }
}
