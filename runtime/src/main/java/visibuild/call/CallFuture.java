package visibuild.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.adapter.TranslatedCall;

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
  private final Call<T> call;
  private final Function<Response<T>, R> answer;

  private CallFuture(Call<T> call, Function<Response<T>, R> answer) {
    this.call = call;
    this.answer = answer;
  }

  static <T, R extends @Nullable Object> CompletableFuture<R> of(
      Call<T> call, Function<Response<T>, R> answer) {
    CallFuture<T, R> future = new CallFuture<>(call, answer);
    TranslatedCall.of(call).enqueue(future);
    return future;
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    defaultExecutor().execute(() -> deliver(response));
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
    defaultExecutor().execute(() -> completeExceptionally(failure));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // First, or the call's failure could complete this future before it is cancelled.
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    call.cancel();
    return cancelled;
  }

  /** A stage made from this one is an ordinary future: to cancel it leaves the call alone. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
