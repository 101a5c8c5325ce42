package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.internal.time.ClockReading;
import visibuild.internal.time.ExponentialBackoff;
import visibuild.internal.time.Scheduler;

/**
 * One refresh with its attempts, which all waiting calls share (single flight). No call leads it: a
 * call that is cancelled, interrupted or times out leaves without any effect on the others.
 */
final class TokenRefresh {
  /** A pause that is logged, because calls wait without any other sign. */
  private static final Duration LONG_PAUSE = Duration.ofSeconds(3);

  /**
   * The time after its timeout at which a refresh counts as lost. An {@link Error}, such as {@link
   * StackOverflowError}, can end the thread of a call at any instruction, also before the timer.
   */
  static final Duration LOST_AFTER = Duration.ofSeconds(5);

  private final TokenFetcher fetcher;
  private final AuthContext context;
  private final Listener listener;
  private final ClockReading deadline;
  private final ExponentialBackoff backoff;
  private final CompletableFuture<RefreshResult> first = new CompletableFuture<>();
  private final AtomicReference<@Nullable RefreshResult> end = new AtomicReference<>();
  private volatile CompletableFuture<RefreshResult> current = first;
  private volatile Scheduler.@Nullable Cancellable timeout;

  /** The number of attempts so far. Each starts after the last one has ended, so no two race. */
  private int attempts;

  /** A token that the API rejected, which must not come again. */
  private @Nullable AccessToken rejected;

  /** Is notified once when a refresh ends, before the waiting calls are. */
  @FunctionalInterface
  interface Listener {
    void onComplete(TokenRefresh refresh, RefreshResult result);
  }

  /** Creates a refresh that has not started. */
  TokenRefresh(TokenFetcher fetcher, AuthContext context, Listener listener, ClockReading now) {
    this.fetcher = fetcher;
    this.context = context;
    this.listener = listener;
    this.deadline = now.plus(context.timeout());
    // Short: calls may be waiting.
    this.backoff =
        new ExponentialBackoff(
            Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(5), context.random());
  }

  /** Returns the result of the first attempt. */
  CompletableFuture<RefreshResult> first() {
    return first;
  }

  /**
   * Starts. Any exception from here on completes the refresh, so that the next one can start.
   *
   * @param rejectedToken a token that the API rejected; null if none was
   */
  void start(@Nullable AccessToken rejectedToken) {
    rejected = rejectedToken;
    // The request goes out first, and the timer starts while it is on its way.
    attempt();
    if (!isComplete()) {
      startTimeout();
    }
  }

  private void startTimeout() {
    try {
      timeout =
          context
              .scheduler()
              .schedule(
                  context.timeout(), () -> complete(new RefreshResult.Failure(timeoutFailure())));
      if (isComplete()) {
        // It may have completed before the timeout was assigned.
        cancelTimeout();
      }
    } catch (Throwable e) {
      completeUnexpectedly(e);
    }
  }

  /** Completes at once, unless it has completed already. */
  void complete(RefreshResult result) {
    if (end.compareAndSet(null, result)) {
      try {
        listener.onComplete(this, result);
      } finally {
        cancelTimeout();
        current.complete(result);
      }
    }
  }

  private void cancelTimeout() {
    Scheduler.@Nullable Cancellable started = timeout;
    if (started != null) {
      started.cancel();
    }
  }

  private void completeUnexpectedly(Throwable problem) {
    complete(new RefreshResult.Failure(TokenFailure.unexpected(problem)));
  }

  /** Returns whether neither a result nor the timeout came, so that another refresh may start. */
  boolean isLostAt(ClockReading now) {
    return now.nanos() - deadline.nanos() >= LOST_AFTER.toNanos();
  }

  private boolean isComplete() {
    return end.get() != null;
  }

  private void attempt() {
    try {
      if (!isComplete()) {
        attempts++;
        CompletableFuture<AccessToken> unused =
            fetcher.fetch(rejected, this::isComplete).whenComplete(this::onAttemptDone);
      }
    } catch (Throwable e) {
      completeUnexpectedly(e);
    }
  }

  private void onAttemptDone(@Nullable AccessToken token, @Nullable Throwable problem) {
    try {
      if (token != null) {
        complete(new RefreshResult.Success(token));
      } else {
        retryOrFail(TokenFailure.from(problem));
      }
    } catch (Throwable e) {
      completeUnexpectedly(e);
    }
  }

  private void retryOrFail(TokenFailure failure) {
    Duration pause = failure.pauseBefore(attempts, backoff);
    Duration left = deadline.remainingAt(context.clocks().now());
    if (attempts >= failure.kind().attempts() || pause.compareTo(left) > 0) {
      complete(new RefreshResult.Failure(failure));
      return;
    }
    CompletableFuture<RefreshResult> before = current;
    CompletableFuture<RefreshResult> next = new CompletableFuture<>();
    current = next;
    // Published before anything else, so that waiting calls see the end of the next attempt too.
    before.complete(new RefreshResult.Retry(failure, pause, next));
    if (pause.compareTo(LONG_PAUSE) >= 0) {
      context
          .eventPublisher()
          .warn(
              "The token endpoint asks for a pause of %d s; calls that need a token wait for it."
                  .formatted(pause.toSeconds()));
    }
    RefreshResult result = end.get();
    if (result != null) {
      // complete() may have read the previous stage as the current one.
      next.complete(result);
      return;
    }
    Scheduler.Cancellable unused = context.scheduler().schedule(pause, this::retry);
  }

  /** Runs the next attempt on the executor; if it takes no work, the refresh ends. */
  private void retry() {
    try {
      context.executor().execute(this::attempt);
    } catch (Throwable e) {
      completeUnexpectedly(e);
    }
  }

  TokenFailure timeoutFailure() {
    String message = "No token came from Visibuild within " + context.timeout().toSeconds() + " s.";
    return new TokenFailure(
        TokenFailure.Kind.TRANSIENT,
        call -> new ConnectionException(TokenFailure.withCall(message, call), null));
  }
}
