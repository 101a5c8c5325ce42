package visibuild.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.EventListener;
import visibuild.ConnectionException;

/**
 * One call's wait for a token that is on its way. It ends with the call at the latest, and takes
 * nothing from others that wait for the same.
 */
final class TokenWait extends EventListener {
  private final Call call;
  private final Duration patience;
  private final long end;
  private final CompletableFuture<Outcome> cancelled = new CompletableFuture<>();

  private TokenWait(Call call, Duration patience) {
    this.call = call;
    this.patience = patience;
    this.end = System.nanoTime() + patience.toNanos();
  }

  /**
   * Waits for {@code flight}.
   *
   * @param longest how long at most, if the call has no shorter timeout of its own
   * @throws IOException if the call is cancelled or runs out of time
   */
  static AccessToken of(TokenFlight flight, Call call, Duration longest) throws IOException {
    long timeout = call.timeout().timeoutNanos();
    boolean isShorter = timeout > 0 && timeout < longest.toNanos();
    TokenWait wait = new TokenWait(call, isShorter ? Duration.ofNanos(timeout) : longest);
    call.addEventListener(wait);
    if (call.isCanceled()) {
      throw new IOException("Canceled");
    }
    return wait.token(flight.first());
  }

  /** A call's timeout cancels it, so this is heard then too. */
  @Override
  public void canceled(Call call) {
    cancelled.completeExceptionally(new IOException("Canceled"));
  }

  private AccessToken token(CompletableFuture<Outcome> first) throws IOException {
    CompletableFuture<Outcome> stage = first;
    while (true) {
      Outcome outcome = next(stage);
      if (outcome instanceof Outcome.Granted granted) {
        return granted.token();
      } else if (outcome instanceof Outcome.Failed failed) {
        throw failed.failure().of(TokenFailure.name(call));
      } else if (outcome instanceof Outcome.Again again) {
        if (again.pause().toNanos() > end - System.nanoTime()) {
          throw again.failure().of(TokenFailure.name(call));
        }
        stage = again.next();
      }
    }
  }

  private Outcome next(CompletableFuture<Outcome> stage) throws IOException {
    try {
      long left = Math.max(end - System.nanoTime(), 0);
      return (Outcome) CompletableFuture.anyOf(stage, cancelled).get(left, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted while it waited for a token.");
    } catch (TimeoutException e) {
      throw new ConnectionException(
          TokenFailure.said(
              "No token came from Visibuild within " + patience.toSeconds() + " s.",
              TokenFailure.name(call)),
          null);
    } catch (ExecutionException e) {
      throw new IOException("Canceled");
    }
  }
}
