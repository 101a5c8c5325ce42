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
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;

/** One call's wait for a token that is on its way. It ends with the call at the latest. */
final class TokenWait extends EventListener {
  private final CompletableFuture<@Nullable AccessToken> end = new CompletableFuture<>();

  private TokenWait() {}

  /**
   * Waits for {@code request}.
   *
   * @param patience how long at most
   * @throws IOException if the call is cancelled or runs out of time
   */
  static AccessToken of(CompletableFuture<AccessToken> request, Call call, Duration patience)
      throws IOException {
    TokenWait wait = new TokenWait();
    call.addEventListener(wait);
    if (call.isCanceled()) {
      throw new IOException("Canceled");
    }
    CompletableFuture<Void> unused =
        request
            .handle(
                (token, failure) ->
                    failure == null
                        ? wait.end.complete(token)
                        : wait.end.completeExceptionally(failure))
            .thenRun(() -> {});
    return wait.token(call, patience);
  }

  /** A call's timeout cancels it, so this is heard then too. */
  @Override
  public void canceled(Call call) {
    end.complete(null);
  }

  private AccessToken token(Call call, Duration patience) throws IOException {
    try {
      AccessToken token = end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (token == null) {
        throw new IOException("Canceled");
      }
      return token;
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
      if (e.getCause() instanceof TokenFailure failure) {
        throw failure.of(TokenFailure.name(call));
      }
      throw new IllegalStateException("The token request failed unexpectedly.", e.getCause());
    }
  }
}
