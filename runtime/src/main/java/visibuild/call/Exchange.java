package visibuild.call;

import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.failure.Breaks;
import visibuild.failure.Refusals;

/** One call and its answer: how it is carried out, and what its failures are called. */
final class Exchange {
  private Exchange() {}

  /** Carries out {@code call}; the answer may be an error of the server's. */
  static <T> Response<T> execute(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw broken(call, e);
    } catch (DecodingException e) {
      throw undecoded(call, e);
    }
  }

  /**
   * The same failures for a call that was enqueued. What is no failure of a call stays as it is.
   */
  static Throwable failure(Call<?> call, Throwable failure) {
    if (failure instanceof IOException broken) {
      return broken(call, broken);
    }
    return failure instanceof DecodingException undecoded ? undecoded(call, undecoded) : failure;
  }

  /** The answer's value, if the server did what it was asked. */
  static <T> @Nullable T value(Response<T> response) {
    if (response.isSuccessful()) {
      return response.body();
    }
    Request request = response.raw().request();
    throw Refusals.of(response.raw(), response.errorBody(), CallName.path(request));
  }

  /** The value of an answer that must have one. */
  static <T> T required(Response<T> response) {
    @Nullable T value = value(response);
    if (value == null) {
      throw new DecodingException(
          "%s was answered %d without a value. Let the method return Optional if that may be, or void if it is always so."
              .formatted(CallName.of(response.raw().request()), response.code()),
          null);
    }
    return value;
  }

  private static RuntimeException broken(Call<?> call, IOException failure) {
    Request request = call.request();
    return Breaks.of(failure, CallName.of(request), request.url());
  }

  private static DecodingException undecoded(Call<?> call, DecodingException failure) {
    return new DecodingException(
        CallName.of(call.request()) + ": " + failure.getMessage(), failure.getCause());
  }
}
