package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import visibuild.internal.auth.AccessToken;

/**
 * The last look at each request before it goes on the wire, after redirects and after other
 * interceptors: none leaves with a token of ours for another origin than Visibuild's, or readable
 * for a proxy. What the user puts there is the user's.
 */
final class OriginGuard implements Interceptor {
  private final Origin origin;

  OriginGuard(Origin origin) {
    this.origin = origin;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    return OkHttpFollowUpSuppressor.mask(TokenCacheGuard.guarded(chain.proceed(guarded(chain))));
  }

  private Request guarded(Chain chain) throws IOException {
    Request request = chain.request();
    AccessToken token = RequestTag.TOKEN.of(request);
    if (token == null
        || !token.authorization().equals(request.header(BearerInterceptor.AUTHORIZATION))) {
      return request;
    }
    if (origin.contains(request.url())) {
      CleartextGuard.refuse(chain);
      return request;
    }
    return request.newBuilder().removeHeader(BearerInterceptor.AUTHORIZATION).build();
  }
}
