package visibuild.internal.adapter;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.internal.error.CallErrors;
import visibuild.internal.event.CallTracker;

/** A call that publishes its start and its end. Exists only with a listener. */
final class ObservedCall<T> implements Call<T> {
  private final transient Call<T> call;

  ObservedCall(Call<T> call) {
    this.call = call;
  }

  @Override
  public Response<T> execute() throws IOException {
    @Nullable CallTracker tracker = start();
    if (tracker == null) {
      return call.execute();
    }
    try {
      Response<T> response = call.execute();
      tracker.end(response.code(), response.body());
      return response;
    } catch (IOException | RuntimeException | Error e) {
      tracker.fail(CallErrors.of(call, e));
      throw e;
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    @Nullable CallTracker tracker = start();
    if (tracker == null) {
      call.enqueue(callback);
      return;
    }
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            tracker.end(response.code(), response.body());
            callback.onResponse(call, response);
          }

          @Override
          public void onFailure(Call<T> call, Throwable failure) {
            tracker.fail(CallErrors.of(call, failure));
            callback.onFailure(call, failure);
          }
        });
  }

  /** Returns null if the request cannot be made: the call then fails before it starts. */
  private @Nullable CallTracker start() {
    @Nullable CallTracker tracker;
    try {
      tracker = CallTracker.of(call.request());
    } catch (RuntimeException | Error unmade) {
      return null;
    }
    if (tracker != null) {
      tracker.start();
    }
    return tracker;
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
    return new ObservedCall<>(call.clone());
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
