package visibuild.adapter;

import java.io.IOException;
import java.util.function.Predicate;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.failure.CallFailures;

/** A call whose failures are ours. */
public final class TranslatedCall<T> implements Call<T> {
  private final Call<T> call;
  private final Predicate<Response<?>> refuses;

  /**
   * Makes a call.
   *
   * @param refuses whether an answer that is an error becomes an exception; else it is a response
   *     as any other
   */
  TranslatedCall(Call<T> call, Predicate<Response<?>> refuses) {
    this.call = call;
    this.refuses = refuses;
  }

  /** A call of which an error of the server's is an answer too, as with Retrofit's own. */
  public static <T> Call<T> answering(Call<T> call) {
    return new TranslatedCall<>(call, response -> false);
  }

  @Override
  public Response<T> execute() {
    try {
      Response<T> response = call.execute();
      if (isRefused(response)) {
        throw CallFailures.refusal(response);
      }
      return response;
    } catch (IOException e) {
      throw CallFailures.of(call, e);
    } catch (DecodingException e) {
      throw CallFailures.of(call, e);
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    TranslatedCall<T> self = this;
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            if (isRefused(response)) {
              callback.onFailure(self, CallFailures.refusal(response));
            } else {
              callback.onResponse(self, response);
            }
          }

          @Override
          public void onFailure(Call<T> call, Throwable failure) {
            callback.onFailure(self, CallFailures.of(call, failure));
          }
        });
  }

  private boolean isRefused(Response<T> response) {
    return !response.isSuccessful() && refuses.test(response);
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
    return new TranslatedCall<>(call.clone(), refuses);
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
