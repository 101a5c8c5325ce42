package visibuild.internal.error;

import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import visibuild.ApiException;
import visibuild.DecodingException;
import visibuild.VisibuildException;

/** Maps the failures of Retrofit's calls to this library's exceptions. */
public final class CallErrors {
  /** OkHttp's message for a call whose interceptor threw something other than an IOException. */
  private static final String CANCELED_BY_THROWABLE = "canceled due to ";

  private CallErrors() {}

  /** Returns the exception for a call that failed in transport. */
  public static VisibuildException of(Call<?> call, IOException failure) {
    Request request = call.request();
    return TransportErrors.of(failure, CallLabel.of(request), request.url(), call.isCanceled());
  }

  /** Returns the exception for a response that could not be decoded, with the call's label. */
  public static DecodingException of(Call<?> call, DecodingException failure) {
    Request request = call.request();
    @Nullable String method = CallLabel.method(request);
    String caller = method == null ? "" : " [" + method + "]";
    return new DecodingException(
        CallLabel.of(request) + ": " + failure.getMessage() + caller,
        failure.jsonPath().orElse(null),
        method,
        failure.getCause());
  }

  /**
   * Returns the exception for a failure that Retrofit hands to a callback. An {@link Error} or
   * {@link RuntimeException} of an interceptor stays itself; OkHttp hides it in an IOException.
   */
  public static Throwable of(Call<?> call, Throwable failure) {
    if (failure instanceof WrappedError wrapped) {
      return wrapped.error();
    }
    if (failure instanceof IOException transport) {
      @Nullable Throwable hidden = hidden(transport);
      return hidden == null ? of(call, transport) : hidden;
    }
    if (failure instanceof IllegalArgumentException argument) {
      return ArgumentErrors.clean(argument);
    }
    return failure instanceof DecodingException undecoded ? of(call, undecoded) : failure;
  }

  /** Returns the exception for a response with an error status. */
  public static ApiException refusal(Response<?> response) {
    String path = CallLabel.path(response.raw().request());
    return ErrorResponses.of(response.raw(), response.errorBody(), path);
  }

  /**
   * Returns the throwable of an interceptor or of OkHttp that {@code failure} hides; null if none.
   * OkHttp 5 hides it as the cause, OkHttp 4 as a suppressed exception.
   */
  public static @Nullable Throwable hidden(IOException failure) {
    @Nullable String message = failure.getMessage();
    if (message == null || !message.startsWith(CANCELED_BY_THROWABLE)) {
      return null;
    }
    Throwable[] suppressed = failure.getSuppressed();
    return suppressed.length == 0 ? failure.getCause() : suppressed[0];
  }
}
