package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;

/**
 * One token on its way, with the tries that it takes. It belongs to nobody: whoever needs the token
 * watches the flight, and may leave it without disturbing it or the others.
 */
final class TokenRefresh {
  private final TokenFetcher request;
  private final AuthContext outside;
  private final BiConsumer<TokenRefresh, RefreshResult> landing;
  private final ClockReading latest;
  private final CompletableFuture<RefreshResult> first = new CompletableFuture<>();
  private final AtomicReference<@Nullable RefreshResult> end = new AtomicReference<>();
  private volatile CompletableFuture<RefreshResult> current = first;
  private volatile Runnable noLongerLate = () -> {};

  /**
   * Makes a flight that has not begun.
   *
   * @param landing hears how it ends, once, and before those who watch do
   */
  TokenRefresh(
      TokenFetcher request, AuthContext outside, BiConsumer<TokenRefresh, RefreshResult> landing) {
    this.request = request;
    this.outside = outside;
    this.landing = landing;
    this.latest = outside.time().now().plus(outside.timeout());
  }

  /** The outcome of the first try. */
  CompletableFuture<RefreshResult> first() {
    return first;
  }

  /** Begins. Whatever goes wrong from here on ends the flight, so that the next can begin. */
  void begin(@Nullable AccessToken refused) {
    try {
      noLongerLate =
          outside
              .timer()
              .schedule(outside.timeout(), () -> land(new RefreshResult.Failure(tooLate())));
      attempt(1, refused);
      if (hasLanded()) {
        // Before it was known how to take the timer back, maybe.
        noLongerLate.run();
      }
    } catch (Throwable e) {
      land(new RefreshResult.Failure(TokenFailure.unexpected(e)));
    }
  }

  /** Ends before it has begun, since it is known what would come of it. */
  void cancel(RefreshResult outcome) {
    end.set(outcome);
    current.complete(outcome);
  }

  /** Ends at once. */
  void land(RefreshResult outcome) {
    if (end.compareAndSet(null, outcome)) {
      try {
        landing.accept(this, outcome);
      } finally {
        noLongerLate.run();
        current.complete(outcome);
      }
    }
  }

  private boolean hasLanded() {
    return end.get() != null;
  }

  private void attempt(int number, @Nullable AccessToken refused) {
    if (hasLanded()) {
      return;
    }
    CompletableFuture<AccessToken> unused =
        request
            .fetch(refused, this::hasLanded)
            .whenComplete(
                (token, failure) -> {
                  try {
                    settle(number, refused, token, failure);
                  } catch (Throwable e) {
                    land(new RefreshResult.Failure(TokenFailure.unexpected(e)));
                  }
                });
  }

  private void settle(
      int number,
      @Nullable AccessToken refused,
      @Nullable AccessToken token,
      @Nullable Throwable problem) {
    if (token != null) {
      land(new RefreshResult.Success(token));
      return;
    }
    TokenFailure failure = TokenFailure.in(problem);
    Duration pause = failure.pause(number, Backoff.OF_TRIES, outside.random());
    Duration left = latest.from(outside.time().now());
    if (number >= failure.kind().tries() || pause.compareTo(left) > 0) {
      land(new RefreshResult.Failure(failure));
      return;
    }
    CompletableFuture<RefreshResult> before = current;
    CompletableFuture<RefreshResult> next = new CompletableFuture<>();
    current = next;
    // First, so that whoever watches is told what becomes of the next try, even if there is none.
    before.complete(new RefreshResult.Retry(failure, pause, next));
    RefreshResult landed = end.get();
    if (landed != null) {
      // Who ended it may have seen the stage before as the last.
      next.complete(landed);
      return;
    }
    Runnable unused = outside.timer().schedule(pause, () -> again(number + 1, refused));
  }

  /** In another thread than the timer's; where there is none, that ends the flight. */
  private void again(int number, @Nullable AccessToken refused) {
    try {
      outside.executor().execute(() -> attemptOrLand(number, refused));
    } catch (Throwable e) {
      land(new RefreshResult.Failure(TokenFailure.unexpected(e)));
    }
  }

  private void attemptOrLand(int number, @Nullable AccessToken refused) {
    try {
      attempt(number, refused);
    } catch (Throwable e) {
      land(new RefreshResult.Failure(TokenFailure.unexpected(e)));
    }
  }

  private TokenFailure tooLate() {
    String message = "No token came from Visibuild within " + outside.timeout().toSeconds() + " s.";
    return new TokenFailure(
        TokenFailure.Kind.TRANSIENT,
        call -> new ConnectionException(TokenFailure.said(message, call), null));
  }
}
