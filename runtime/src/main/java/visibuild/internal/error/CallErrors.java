package visibuild.internal.error;

import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.ApiException;
import visibuild.DecodingException;
import visibuild.VisibuildException;

/** What the failures of Retrofit's calls are called. */
public final class CallErrors {
  private CallErrors() {}

  /** The exception for a call that broke off. */
  public static VisibuildException of(Call<?> call, IOException failure) {
    Request request = call.request();
    return TransportErrors.of(failure, CallLabel.of(request), request.url(), call.isCanceled());
  }

  /** The exception for an answer that could not be read; it says of which call. */
  public static DecodingException of(Call<?> call, DecodingException failure) {
    Request request = call.request();
    @Nullable String method = CallLabel.method(request);
    String asker = method == null ? "" : " [" + method + "]";
    return new DecodingException(
        CallLabel.of(request) + ": " + failure.getMessage() + asker,
        failure.jsonPath().orElse(null),
        method,
        failure.getCause());
  }

  /** The same for a call that was enqueued. What is no failure of a call stays as it is. */
  public static Throwable of(Call<?> call, Throwable failure) {
    if (failure instanceof IOException broken) {
      return of(call, broken);
    }
    return failure instanceof DecodingException undecoded ? of(call, undecoded) : failure;
  }

  /** The exception for an answer that is an error. */
  public static ApiException refusal(Response<?> response) {
    String path = CallLabel.path(response.raw().request());
    return ErrorResponses.of(response.raw(), response.errorBody(), path);
  }
}
