package visibuild.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;
import visibuild.VisibuildException;

/**
 * One call's wait for a token that is on its way. It ends when the flight lands, which is within
 * its patience, or with the call: OkHttp knows when the call began and cancels it when its time is
 * over. It takes nothing from others that wait for the same.
 */
final class TokenWait extends EventListener {
  private final Call call;
  private final LongSupplier nanos;
  private final long end;
  private final CompletableFuture<Outcome> cancelled = new CompletableFuture<>();
  private @Nullable VisibuildException last;

  private TokenWait(Call call, LongSupplier nanos, long longest) {
    this.call = call;
    this.nanos = nanos;
    this.end = nanos.getAsLong() + longest;
  }

  /**
   * Waits for {@code flight}.
   *
   * @throws IOException if the call is cancelled or runs out of time
   */
  static AccessToken of(TokenFlight flight, Call call, Outside outside) throws IOException {
    long timeout = call.timeout().timeoutNanos();
    long patience = outside.patience().toNanos();
    long longest = timeout == 0 ? patience : Math.min(timeout, patience);
    TokenWait wait = new TokenWait(call, outside.time().nanos(), longest);
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
        last = again.failure().of(TokenFailure.name(call));
        if (again.pause().toNanos() > end - nanos.getAsLong()) {
          throw last;
        }
        stage = again.next();
      }
    }
  }

  private Outcome next(CompletableFuture<Outcome> stage) throws IOException {
    try {
      return (Outcome) CompletableFuture.anyOf(stage, cancelled).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted while it waited for a token.");
    } catch (ExecutionException e) {
      // With what it waited for again: the next thing somebody wants to know.
      throw new IOException("Canceled", last);
    }
  }
}
