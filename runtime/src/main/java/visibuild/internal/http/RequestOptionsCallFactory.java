package visibuild.internal.http;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.RequestOptions;

/** Makes calls as the options say that a request carries as its tag. */
public final class RequestOptionsCallFactory implements Call.Factory {
  private final Call.Factory calls;

  /** Makes calls of {@code calls}. */
  public RequestOptionsCallFactory(Call.Factory calls) {
    this.calls = calls;
  }

  @Override
  public Call newCall(Request request) {
    @Nullable RequestOptions options = RequestTag.OPTIONS.of(request);
    if (options == null) {
      return calls.newCall(request);
    }
    Call call = calls.newCall(with(options.headers(), request));
    options
        .timeout()
        .ifPresent(timeout -> call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS));
    return call;
  }

  private static Request with(Map<String, String> headers, Request request) {
    Request.Builder sent = request.newBuilder();
    headers.forEach(sent::header);
    return sent.build();
  }
}
