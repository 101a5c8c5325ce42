package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import visibuild.internal.auth.AccessToken;

/**
 * Checks each request last, after redirects and after all other interceptors. A token of this
 * library leaves only for Visibuild's origin, and never unencrypted beyond the loopback. A request
 * that an interceptor of the program turned into a write is refused if the access only reads. An
 * {@code Authorization} header of the program is not touched.
 */
final class OriginGuard implements Interceptor {
  private final Origin origin;
  private final ScopeLimit limit;
  private final ConnectionMonitor connections;

  OriginGuard(Origin origin, ScopeLimit limit, ConnectionMonitor connections) {
    this.origin = origin;
    this.limit = limit;
    this.connections = connections;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = connections.proceed(chain, guarded(chain));
    return OkHttpFollowUpSuppressor.mask(TokenCacheGuard.guarded(response));
  }

  private Request guarded(Chain chain) throws IOException {
    Request request = chain.request();
    if (origin.contains(request.url())) {
      limit.recheck(request);
    }
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
