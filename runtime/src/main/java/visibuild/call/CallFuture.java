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
 * The answer of a call that was enqueued. It completes in the default executor of {@link
 * CompletableFuture}, as the JDK's HTTP client has it: the thread that the answer came on counts as
 * a call that runs until it returns, so that a few callbacks that wait for other calls would stop
 * them all.
 *
 * @param <T> the call's type
 * @param <R> the future's type
 */
final class CallFuture<T, R extends @Nullable Object> extends CompletableFuture<R>
    implements Callback<T> {
  private final transient Call<T> call;
  private final Function<Response<T>, R> answer;

  private CallFuture(Call<T> call, Function<Response<T>, R> answer) {
    this.call = call;
    this.answer = answer;
  }

  static <T, R extends @Nullable Object> CompletableFuture<R> of(
      Call<T> call, Function<Response<T>, R> answer) {
    CallFuture<T, R> future = new CallFuture<>(call, answer);
    ErrorMappingCall.of(call).enqueue(future);
    return future;
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    later(() -> deliver(response));
  }

  /** Where no thread can be had, on this one: whoever waits must not be left waiting. */
  private void later(Runnable completion) {
    try {
      defaultExecutor().execute(completion);
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      completion.run();
    }
  }

  private void deliver(Response<T> response) {
    try {
      boolean wanted = complete(answer.apply(response));
      if (!wanted && response.body() instanceof ResponseBody unwanted) {
        unwanted.close();
      }
    } catch (Throwable e) {
      // Whoever waits must hear of an error too: on this thread nobody would.
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
      // Else its answer is there, and may be a body that somebody is reading.
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
