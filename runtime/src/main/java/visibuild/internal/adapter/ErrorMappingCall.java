package visibuild.internal.adapter;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.internal.error.CallErrors;
import visibuild.internal.error.WrappedError;

/**
 * A call whose failures are ours. An error of the server's is an answer, as with Retrofit's own.
 */
public sealed class ErrorMappingCall<T> implements Call<T> permits FailOnErrorCall {
  private final Call<T> call;

  ErrorMappingCall(Call<T> call) {
    this.call = call;
  }

  /** Makes {@code call} such a one: itself, if it is one already. */
  public static <T> ErrorMappingCall<T> of(Call<T> call) {
    return call instanceof ErrorMappingCall<T> translated
        ? translated
        : new ErrorMappingCall<>(call);
  }

  /** Whether an answer that is an error becomes an exception. */
  boolean refuses(Response<T> error) {
    return false;
  }

  @Override
  public Response<T> execute() {
    try {
      Response<T> response = call.execute();
      if (isRefused(response)) {
        throw CallErrors.refusal(response);
      }
      return response;
    } catch (IOException e) {
      throw CallErrors.of(call, e);
    } catch (DecodingException e) {
      throw CallErrors.of(call, e);
    } catch (WrappedError e) {
      throw e.error();
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    ErrorMappingCall<T> self = this;
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            if (isRefused(response)) {
              callback.onFailure(self, CallErrors.refusal(response));
            } else {
              callback.onResponse(self, response);
            }
          }

          @Override
          public void onFailure(Call<T> call, Throwable failure) {
            callback.onFailure(self, CallErrors.of(call, failure));
          }
        });
  }

  private boolean isRefused(Response<T> response) {
    return !response.isSuccessful() && refuses(response);
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
    return new ErrorMappingCall<>(call.clone());
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
