package visibuild.internal.adapter;

import java.io.IOException;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.internal.error.ArgumentErrors;
import visibuild.internal.error.CallErrors;
import visibuild.internal.error.WrappedError;

/**
 * A call that fails with this library's exceptions. A response with an error status is returned, as
 * Retrofit does it. A call listener gets one start and one end, however often the body is requested
 * again.
 *
 * @param <T> the type of the decoded body
 */
public sealed class ErrorMappingCall<T> implements Call<T> permits FailOnErrorCall {
  private final transient Call<T> call;
  private final boolean observed;
  private final transient Attempts<T> attempts;

  /**
   * Creates a call around {@code call}.
   *
   * @param observed whether the start and the end of the call are published
   */
  ErrorMappingCall(Call<T> call, BodyRetry retries, boolean observed) {
    this.call = call;
    this.observed = observed;
    this.attempts = new Attempts<>(call, retries);
  }

  /** Returns {@code call} itself if it is such a call, else a new one around it. */
  public static <T> ErrorMappingCall<T> of(Call<T> call) {
    return call instanceof ErrorMappingCall<T> mapping
        ? mapping
        : new ErrorMappingCall<>(call, (request, repetition, cancelled, nanosLeft) -> false, false);
  }

  static <T> ErrorMappingCall<T> of(Call<T> call, BodyRetry retries, boolean observed) {
    return call instanceof ErrorMappingCall<T> mapping
        ? mapping
        : new ErrorMappingCall<>(call, retries, observed);
  }

  /** Returns whether this response with an error status becomes an exception. */
  boolean refuses(Response<T> error) {
    return false;
  }

  @Override
  public Response<T> execute() {
    @Nullable CallObservation observation = observe();
    if (observation == null) {
      return executeAttempts(null);
    }
    try {
      Response<T> response = executeAttempts(observation);
      observation.end(response);
      return response;
    } catch (RuntimeException | Error e) {
      observation.fail(e);
      throw e;
    }
  }

  private Response<T> executeAttempts(@Nullable CallObservation observation) {
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
      } catch (IllegalArgumentException e) {
        throw ArgumentErrors.clean(e);
      } catch (IOException e) {
        attempt = nextOrThrow(e, observation);
      }
    }
  }

  private Call<T> nextOrThrow(IOException failure, @Nullable CallObservation observation) {
    try {
      @Nullable Call<T> next = next(failure, observation);
      if (next != null) {
        return next;
      }
    } catch (IOException e) {
      throw CallErrors.of(this, e);
    }
    throw CallErrors.of(this, failure);
  }

  private @Nullable Call<T> next(Throwable failure, @Nullable CallObservation observation)
      throws IOException {
    @Nullable Call<T> next = attempts.next(failure);
    if (next != null && observation != null) {
      observation.continueIn(next);
    }
    return next;
  }

  /** Publishes the start of the call; returns null if nothing is published. */
  private @Nullable CallObservation observe() {
    return observed ? CallObservation.start(call) : null;
  }

  @Override
  public void enqueue(Callback<T> callback) {
    attempts.start().enqueue(new RepeatingCallback(callback, observe()));
  }

  private final class RepeatingCallback implements Callback<T> {
    private final Callback<T> callback;
    private final @Nullable CallObservation observation;

    RepeatingCallback(Callback<T> callback, @Nullable CallObservation observation) {
      this.callback = callback;
      this.observation = observation;
    }

    @Override
    public void onResponse(Call<T> attempt, Response<T> response) {
      @Nullable Throwable failure = end(response);
      if (failure == null) {
        callback.onResponse(ErrorMappingCall.this, response);
      } else {
        callback.onFailure(ErrorMappingCall.this, failure);
      }
    }

    /**
     * Publishes the end of the call, and returns the reason if it fails. An {@link Error} of a
     * listener is one: Retrofit drops what a callback throws, and the future would never end.
     */
    private @Nullable Throwable end(Response<T> response) {
      try {
        if (isRefused(response)) {
          return published(CallErrors.refusal(response));
        }
        if (observation != null) {
          observation.end(response);
        }
        return null;
      } catch (Throwable e) {
        return e;
      }
    }

    @Override
    public void onFailure(Call<T> attempt, Throwable failure) {
      Throwable result = failure;
      try {
        @Nullable Call<T> next = next(failure, observation);
        if (next != null) {
          next.enqueue(this);
          return;
        }
      } catch (Throwable e) {
        // Whatever a call factory of the program throws: Retrofit would print it, and no more.
        result = e;
      }
      callback.onFailure(
          ErrorMappingCall.this, published(CallErrors.of(ErrorMappingCall.this, result)));
    }

    /** Publishes that the call failed, and returns {@code failure} or what the listener threw. */
    private Throwable published(Throwable failure) {
      try {
        if (observation != null) {
          observation.fail(failure);
        }
        return failure;
      } catch (Throwable e) {
        return e;
      }
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
    return new ErrorMappingCall<>(call.clone(), attempts.retries(), observed);
  }

  @Override
  public Request request() {
    try {
      return call.request();
    } catch (IllegalArgumentException e) {
      throw ArgumentErrors.clean(e);
    }
  }

  @Override
  public Timeout timeout() {
    try {
      return call.timeout();
    } catch (IllegalArgumentException e) {
      throw ArgumentErrors.clean(e);
    }
  }
}
