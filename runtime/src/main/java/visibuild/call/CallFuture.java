package visibuild.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.internal.adapter.ErrorMappingCall;

/**
 * The future response of an enqueued call. It completes in the default executor of {@link
 * CompletableFuture}, as in the JDK's HTTP client. OkHttp counts a call as running until its
 * callback returns, so a few callbacks that wait for other calls would block all of them.
 *
 * @param <T> the call's type
 * @param <R> the future's type
 */
final class CallFuture<T, R extends @Nullable Object> extends CompletableFuture<R>
    implements Callback<T> {
  private final transient Call<T> call;
  private final Function<Response<T>, R> toResult;

  private CallFuture(Call<T> call, Function<Response<T>, R> toResult) {
    this.call = call;
    this.toResult = toResult;
  }

  static <T, R extends @Nullable Object> CompletableFuture<R> of(
      Call<T> call, Function<Response<T>, R> toResult) {
    CallFuture<T, R> future = new CallFuture<>(call, toResult);
    ErrorMappingCall.of(call).enqueue(future);
    return future;
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    later(() -> deliver(response));
  }

  /** Runs on this thread if no other is available, so that no caller waits forever. */
  private void later(Runnable completion) {
    try {
      defaultExecutor().execute(completion);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      completion.run();
    }
  }

  private void deliver(Response<T> response) {
    try {
      boolean wanted = complete(toResult.apply(response));
      if (!wanted && response.body() instanceof ResponseBody unwanted) {
        unwanted.close();
      }
    } catch (Throwable e) {
      // An error must reach the waiting caller; on this thread it would be lost.
      completeExceptionally(e);
    }
  }

  @Override
  public void onFailure(Call<T> call, Throwable failure) {
    later(() -> completeExceptionally(failure));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // First, or the call's failure could complete this future before it is cancelled.
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      // Otherwise the response has arrived, and a caller may be reading its body.
      call.cancel();
    }
    return cancelled;
  }

  /** A stage made from this one is an ordinary future: to cancel it leaves the call alone. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
