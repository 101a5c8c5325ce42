package visibuild.internal.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.VisibuildException;

/**
 * The wait of one call for a refresh. It ends with the refresh, which has a timeout, or with the
 * call: OkHttp cancels a call whose timeout has passed. If the refresh is lost, it ends soon after
 * the time that it may take.
 */
final class TokenAwaiter {
  /** OkHttp 4 has no listener for a single call, so a wait looks for a cancellation this often. */
  private static final long CANCELLATION_CHECK_MILLIS = 50;

  private final TokenRefresh refresh;
  private final Call call;
  private final LongSupplier monotonic;
  private final long endNanos;
  private @Nullable VisibuildException last;

  private TokenAwaiter(TokenRefresh refresh, Call call, LongSupplier monotonic, long longestNanos) {
    this.refresh = refresh;
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
    TokenAwaiter awaiter = new TokenAwaiter(refresh, call, context.clocks().monotonic(), longest);
    if (call.isCanceled()) {
      throw new IOException("Canceled");
    }
    return awaiter.await(refresh.first());
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
      while (true) {
        try {
          return stage.get(CANCELLATION_CHECK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (call.isCanceled()) {
            // The cause names the reason of the wait.
            throw new IOException("Canceled", last);
          }
          if (monotonic.getAsLong() - endNanos >= TokenRefresh.LOST_AFTER.toNanos()) {
            throw refresh.timeoutFailure().toException(call);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A refresh never fails; its result does.", e);
    }
  }
}
