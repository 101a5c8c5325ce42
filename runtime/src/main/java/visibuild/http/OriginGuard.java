package visibuild.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The last look at each request before it goes on the wire, after redirects and after other
 * interceptors: none leaves with an {@code Authorization} for another origin than Visibuild's.
 */
final class OriginGuard implements Interceptor {
  private final Origin origin;

  OriginGuard(Origin origin) {
    this.origin = origin;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (request.header(BearerInterceptor.AUTHORIZATION) == null || origin.contains(request.url())) {
      return chain.proceed(request);
    }
    return chain.proceed(
        request.newBuilder().removeHeader(BearerInterceptor.AUTHORIZATION).build());
  }
}
