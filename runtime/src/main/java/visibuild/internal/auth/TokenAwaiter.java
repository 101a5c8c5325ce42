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
 * The wait of one call for a refresh. It ends with the refresh, which has a timeout, or with the
 * call: OkHttp cancels a call whose timeout has passed.
 */
final class TokenAwaiter extends EventListener {
  private final Call call;
  private final LongSupplier monotonic;
  private final long endNanos;
  private final CompletableFuture<RefreshResult> cancelled = new CompletableFuture<>();
  private @Nullable VisibuildException last;

  private TokenAwaiter(Call call, LongSupplier monotonic, long longestNanos) {
    this.call = call;
    this.monotonic = monotonic;
    this.endNanos = monotonic.getAsLong() + longestNanos;
  }

  /**
   * Waits for {@code refresh}.
   *
   * @throws IOException if the call is cancelled, times out or is interrupted
   */
  static AccessToken await(TokenRefresh refresh, Call call, AuthContext context)
      throws IOException {
    long callTimeout = call.timeout().timeoutNanos();
    long refreshTimeout = context.timeout().toNanos();
    long longest = callTimeout == 0 ? refreshTimeout : Math.min(callTimeout, refreshTimeout);
    TokenAwaiter awaiter = new TokenAwaiter(call, context.clocks().monotonic(), longest);
    call.addEventListener(awaiter);
    if (call.isCanceled()) {
      throw new IOException("Canceled");
    }
    return awaiter.await(refresh.first());
  }

  /** Called for a timeout too, since OkHttp then cancels the call. */
  @Override
  public void canceled(Call call) {
    cancelled.completeExceptionally(new IOException("Canceled"));
  }

  private AccessToken await(CompletableFuture<RefreshResult> first) throws IOException {
    CompletableFuture<RefreshResult> stage = first;
    while (true) {
      RefreshResult result = get(stage);
      if (result instanceof RefreshResult.Success success) {
        return success.token();
      } else if (result instanceof RefreshResult.Failure failure) {
        throw failure.failure().toException(call);
      } else if (result instanceof RefreshResult.Retry retry) {
        last = retry.failure().toException(call);
        if (retry.pause().toNanos() > endNanos - monotonic.getAsLong()) {
          throw last;
        }
        stage = retry.next();
      }
    }
  }

  private RefreshResult get(CompletableFuture<RefreshResult> stage) throws IOException {
    try {
      return (RefreshResult) CompletableFuture.anyOf(stage, cancelled).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      // The cause tells what the call waited for.
      throw new IOException("Canceled", last);
    }
  }
}
