package visibuild.call;

import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.DecodingException;
import visibuild.internal.adapter.ErrorMappingCall;
import visibuild.internal.error.CallErrors;
import visibuild.internal.error.CallLabel;

/** One call and its answer: how it is carried out, and what its value is. */
final class Exchange {
  private Exchange() {}

  /** Carries out {@code call}; the answer may be an error of the server's. */
  static <T> Response<T> execute(Call<T> call) {
    return ErrorMappingCall.of(call).execute();
  }

  /** The answer's value, if the server did what it was asked. */
  static <T> @Nullable T value(Response<T> response) {
    if (response.isSuccessful()) {
      return response.body();
    }
    throw CallErrors.refusal(response);
  }

  /** The value of an answer that must have one. */
  static <T> T required(Response<T> response) {
    @Nullable T value = value(response);
    if (value == null) {
      throw new DecodingException(
          "%s was answered %d without a value. Let the method return Optional if that may be, or void if it is always so."
              .formatted(CallLabel.of(response.raw().request()), response.code()),
          null);
    }
    return value;
  }
}
