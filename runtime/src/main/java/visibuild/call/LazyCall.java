package visibuild.call;

import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** A call for the user to carry out, whose failures are ours. */
final class LazyCall<T> implements Call<T> {
  private final Call<T> call;

  LazyCall(Call<T> call) {
    this.call = call;
  }

  @Override
  public Response<T> execute() {
    return Exchange.execute(call);
  }

  @Override
  public void enqueue(Callback<T> callback) {
    LazyCall<T> self = this;
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            callback.onResponse(self, response);
          }

          @Override
          public void onFailure(Call<T> call, Throwable failure) {
            callback.onFailure(self, Exchange.failure(call, failure));
          }
        });
  }

  @Override
  public boolean isExecuted() {
    return call.isExecuted();
  }

  @Override
  public void cancel() {
    call.cancel();
  }

  @Override
  public boolean isCanceled() {
    return call.isCanceled();
  }

  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone is not Object's.
  @Override
  public Call<T> clone() {
    return new LazyCall<>(call.clone());
  }

  @Override
  public Request request() {
    return call.request();
  }

  @Override
  public Timeout timeout() {
    return call.timeout();
  }
}
