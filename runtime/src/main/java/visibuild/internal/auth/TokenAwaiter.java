package visibuild.internal.auth;

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
final class TokenAwaiter extends EventListener {
  private final Call call;
  private final LongSupplier nanos;
  private final long end;
  private final CompletableFuture<RefreshResult> cancelled = new CompletableFuture<>();
  private @Nullable VisibuildException last;

  private TokenAwaiter(Call call, LongSupplier nanos, long longest) {
    this.call = call;
    this.nanos = nanos;
    this.end = nanos.getAsLong() + longest;
  }

  /**
   * Waits for {@code flight}.
   *
   * @throws IOException if the call is cancelled or runs out of time
   */
  static AccessToken of(TokenRefresh flight, Call call, AuthContext outside) throws IOException {
    long timeout = call.timeout().timeoutNanos();
    long patience = outside.timeout().toNanos();
    long longest = timeout == 0 ? patience : Math.min(timeout, patience);
    TokenAwaiter wait = new TokenAwaiter(call, outside.time().nanos(), longest);
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

  private AccessToken token(CompletableFuture<RefreshResult> first) throws IOException {
    CompletableFuture<RefreshResult> stage = first;
    while (true) {
      RefreshResult outcome = next(stage);
      if (outcome instanceof RefreshResult.Success granted) {
        return granted.token();
      } else if (outcome instanceof RefreshResult.Failure failed) {
        throw failed.failure().of(TokenFailure.name(call));
      } else if (outcome instanceof RefreshResult.Retry again) {
        last = again.failure().of(TokenFailure.name(call));
        if (again.pause().toNanos() > end - nanos.getAsLong()) {
          throw last;
        }
        stage = again.next();
      }
    }
  }

  private RefreshResult next(CompletableFuture<RefreshResult> stage) throws IOException {
    try {
      return (RefreshResult) CompletableFuture.anyOf(stage, cancelled).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The thread was interrupted while it waited for a token.");
    } catch (ExecutionException e) {
      // With what it waited for again: the next thing somebody wants to know.
      throw new IOException("Canceled", last);
    }
  }
}
