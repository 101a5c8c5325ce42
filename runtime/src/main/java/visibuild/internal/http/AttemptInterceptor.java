package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.event.CallTracker;

/** Publishes each request that goes to the transport. Part of the chain only with a listener. */
public record AttemptInterceptor(Origin origin) implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    @Nullable CallTracker tracker = CallTracker.of(request);
    if (tracker == null) {
      return chain.proceed(request);
    }
    boolean isOurs = origin.contains(request.url());
    Request.Builder sent = request.newBuilder();
    int resendCount =
        tracker.startAttempt(
            (name, value) -> {
              if (isOurs) {
                sent.header(name, value);
              }
            });
    long start = System.nanoTime();
    try {
      Response response = chain.proceed(sent.build());
      tracker.endAttempt(resendCount, response.code(), start);
      return response;
    } catch (IOException | RuntimeException e) {
      tracker.failAttempt(resendCount, e, start);
      throw e;
    }
  }
}
