package visibuild.auth;

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
final class TokenFlight {
  private final TokenRequest request;
  private final Outside outside;
  private final BiConsumer<TokenFlight, Outcome> landing;
  private final Moment latest;
  private final CompletableFuture<Outcome> first = new CompletableFuture<>();
  private final AtomicReference<@Nullable Outcome> end = new AtomicReference<>();
  private volatile CompletableFuture<Outcome> current = first;
  private volatile Runnable noLongerLate = () -> {};

  /**
   * Makes a flight that has not begun.
   *
   * @param landing hears how it ends, once, and before those who watch do
   */
  TokenFlight(TokenRequest request, Outside outside, BiConsumer<TokenFlight, Outcome> landing) {
    this.request = request;
    this.outside = outside;
    this.landing = landing;
    this.latest = outside.time().now().plus(outside.patience());
  }

  /** The outcome of the first try. */
  CompletableFuture<Outcome> first() {
    return first;
  }

  /** Begins. Whatever goes wrong from here on ends the flight, so that the next can begin. */
  void begin(@Nullable AccessToken refused) {
    try {
      noLongerLate =
          outside.timer().after(outside.patience(), () -> land(new Outcome.Failed(tooLate())));
      attempt(1, refused);
      if (hasLanded()) {
        // Before it was known how to take the timer back, maybe.
        noLongerLate.run();
      }
    } catch (Throwable e) {
      land(new Outcome.Failed(TokenFailure.unexpected(e)));
    }
  }

  /** Ends before it has begun, since it is known what would come of it. */
  void cancel(Outcome outcome) {
    end.set(outcome);
    current.complete(outcome);
  }

  /** Ends at once. */
  void land(Outcome outcome) {
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
            .send(refused, this::hasLanded)
            .whenComplete(
                (token, failure) -> {
                  try {
                    settle(number, refused, token, failure);
                  } catch (Throwable e) {
                    land(new Outcome.Failed(TokenFailure.unexpected(e)));
                  }
                });
  }

  private void settle(
      int number,
      @Nullable AccessToken refused,
      @Nullable AccessToken token,
      @Nullable Throwable problem) {
    if (token != null) {
      land(new Outcome.Granted(token));
      return;
    }
    TokenFailure failure = TokenFailure.in(problem);
    Duration pause = failure.pause(number, Backoff.OF_TRIES, outside.random());
    Duration left = latest.from(outside.time().now());
    if (number >= failure.kind().tries() || pause.compareTo(left) > 0) {
      land(new Outcome.Failed(failure));
      return;
    }
    CompletableFuture<Outcome> before = current;
    CompletableFuture<Outcome> next = new CompletableFuture<>();
    current = next;
    // First, so that whoever watches is told what becomes of the next try, even if there is none.
    before.complete(new Outcome.Again(failure, pause, next));
    Outcome landed = end.get();
    if (landed != null) {
      // Who ended it may have seen the stage before as the last.
      next.complete(landed);
      return;
    }
    Runnable unused = outside.timer().after(pause, () -> again(number + 1, refused));
  }

  /** In another thread than the timer's; where there is none, that ends the flight. */
  private void again(int number, @Nullable AccessToken refused) {
    try {
      outside.threads().execute(() -> attemptOrLand(number, refused));
    } catch (Throwable e) {
      land(new Outcome.Failed(TokenFailure.unexpected(e)));
    }
  }

  private void attemptOrLand(int number, @Nullable AccessToken refused) {
    try {
      attempt(number, refused);
    } catch (Throwable e) {
      land(new Outcome.Failed(TokenFailure.unexpected(e)));
    }
  }

  private TokenFailure tooLate() {
    String message =
        "No token came from Visibuild within " + outside.patience().toSeconds() + " s.";
    return new TokenFailure(
        TokenFailure.Kind.PASSING,
        call -> new ConnectionException(TokenFailure.said(message, call), null));
  }
}
