package visibuild.internal.adapter;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.internal.error.CallErrors;
import visibuild.internal.error.WrappedError;

/**
 * A call that fails with this library's exceptions. A response with an error status is returned, as
 * Retrofit does it.
 *
 * @param <T> the type of the decoded body
 */
public sealed class ErrorMappingCall<T> implements Call<T> permits FailOnErrorCall {
  private final transient Call<T> call;
  private final BodyRetry retries;
  private final transient Attempts<T> attempts;

  ErrorMappingCall(Call<T> call, BodyRetry retries) {
    this.call = call;
    this.retries = retries;
    this.attempts = new Attempts<>(call, retries);
  }

  /** Returns {@code call} itself if it is such a call, else a new one around it. */
  public static <T> ErrorMappingCall<T> of(Call<T> call) {
    return of(call, BodyRetry.NEVER);
  }

  static <T> ErrorMappingCall<T> of(Call<T> call, BodyRetry retries) {
    return call instanceof ErrorMappingCall<T> mapping
        ? mapping
        : new ErrorMappingCall<>(call, retries);
  }

  /** Returns whether this response with an error status becomes an exception. */
  boolean refuses(Response<T> error) {
    return false;
  }

  @Override
  public Response<T> execute() {
    Call<T> attempt = attempts.start();
    while (true) {
      try {
        Response<T> response = attempt.execute();
        if (isRefused(response)) {
          throw CallErrors.refusal(response);
        }
        return response;
      } catch (WrappedError e) {
        throw e.error();
      } catch (DecodingException e) {
        throw CallErrors.of(this, e);
      } catch (IOException e) {
        attempt = nextOrThrow(e);
      }
    }
  }

  private Call<T> nextOrThrow(IOException failure) {
    try {
      @Nullable Call<T> next = attempts.next(failure);
      if (next != null) {
        return next;
      }
    } catch (IOException e) {
      throw CallErrors.of(this, e);
    }
    throw CallErrors.of(this, failure);
  }

  @Override
  public void enqueue(Callback<T> callback) {
    attempts.start().enqueue(new RepeatingCallback(callback));
  }

  private final class RepeatingCallback implements Callback<T> {
    private final Callback<T> callback;

    RepeatingCallback(Callback<T> callback) {
      this.callback = callback;
    }

    @Override
    public void onResponse(Call<T> attempt, Response<T> response) {
      if (isRefused(response)) {
        callback.onFailure(ErrorMappingCall.this, CallErrors.refusal(response));
      } else {
        callback.onResponse(ErrorMappingCall.this, response);
      }
    }

    @Override
    public void onFailure(Call<T> attempt, Throwable failure) {
      Throwable result = failure;
      try {
        @Nullable Call<T> next = attempts.next(failure);
        if (next != null) {
          next.enqueue(this);
          return;
        }
      } catch (IOException e) {
        result = e;
      }
      callback.onFailure(ErrorMappingCall.this, CallErrors.of(ErrorMappingCall.this, result));
    }
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
    attempts.cancel();
  }

  @Override
  public boolean isCanceled() {
    return attempts.isCancelled();
  }

  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone is not Object's.
  @Override
  public Call<T> clone() {
    return new ErrorMappingCall<>(call.clone(), retries);
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
