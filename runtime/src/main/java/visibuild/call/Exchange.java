package visibuild.call;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.internal.adapter.ErrorMappingCall;
import visibuild.internal.error.CallErrors;
import visibuild.internal.error.CallLabel;

/** Executes a call and extracts the value of its response. */
final class Exchange {
  private Exchange() {}

  /** Executes {@code call}; the response may have an error status. */
  static <T> Response<T> execute(Call<T> call) {
    return ErrorMappingCall.of(call).execute();
  }

  /** Returns the value of a successful response. */
  static <T> @Nullable T value(Response<T> response) {
    if (response.isSuccessful()) {
      return response.body();
    }
    throw CallErrors.refusal(response);
  }

  /** Returns the value of a response that must have one. */
  static <T> T required(Response<T> response) {
    @Nullable T value = value(response);
    if (value == null) {
      throw new DecodingException(
          "%s returned status %d without a value. Let the method return Optional if that may be, or void if it is always so."
              .formatted(CallLabel.of(response.raw().request()), response.code()),
          null);
    }
    return value;
  }
}
