package visibuild.internal.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.BearerScheme;

/**
 * Checks each request last, after redirects and after all other interceptors, and adds its token. A
 * token leaves only for Visibuild's origin, never after a redirect through another one, and never
 * unencrypted beyond the loopback. A request that an interceptor of the program turned into a write
 * is refused if the access only reads. An {@code Authorization} header of the program is not
 * touched.
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
    Request request = withoutProxyLogin(chain.request());
    boolean isOurs = origin.contains(request.url());
    if (isOurs) {
      limit.recheck(request);
    }
    @Nullable RequestToken token = RequestToken.of(request);
    if (token == null) {
      return shown(connections.proceed(chain, request));
    }
    if (!isOurs || request.header(BearerScheme.HEADER) != null) {
      token.withhold();
    }
    @Nullable String authorization = token.send();
    if (authorization == null) {
      return shown(connections.proceed(chain, request));
    }
    Response response = authorized(chain, request, authorization);
    if (!leavesOrigin(response)) {
      return shown(response);
    }
    token.withhold();
    return shown(TokenCacheGuard.notCached(response));
  }

  /** A proxy's login stays on a request that is redirected from http to https, so to a server. */
  private static Request withoutProxyLogin(Request request) {
    return request.isHttps() && request.header(ProxyLoginGuard.HEADER) != null
        ? request.newBuilder().removeHeader(ProxyLoginGuard.HEADER).build()
        : request;
  }

  /** Sends the request with its token. The response keeps the request without it. */
  private Response authorized(Chain chain, Request request, String authorization)
      throws IOException {
    CleartextGuard.refuse(chain);
    Request authorized = request.newBuilder().header(BearerScheme.HEADER, authorization).build();
    return connections.proceed(chain, authorized).newBuilder().request(request).build();
  }

  /** Returns whether a redirect leads away. A cache may hide the requests that follow it. */
  private boolean leavesOrigin(Response response) {
    @Nullable String location = response.isRedirect() ? response.header("Location") : null;
    @Nullable HttpUrl target = location == null ? null : response.request().url().resolve(location);
    return target != null && !origin.contains(target);
  }

  /** Returns the response as OkHttp and its cache may see it. */
  private static Response shown(Response response) {
    return OkHttpFollowUpSuppressor.mask(TokenCacheGuard.guarded(response));
  }
}
