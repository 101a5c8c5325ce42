package visibuild.http;

import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import visibuild.Scope;
import visibuild.auth.TokenSources;

/**
 * The OkHttp clients that a connection is made of, all derived from one so that they share its
 * pool.
 */
public final class HttpClients {
  /** A token endpoint that takes longer is taken to be down. */
  public static final Duration TOKEN_PATIENCE = Duration.ofSeconds(30);

  /** A page of thousands of records takes the server its time. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

  private HttpClients() {}

  /** What calls go through where the user gives no client. */
  public static OkHttpClient standard() {
    return new OkHttpClient.Builder().readTimeout(READ_PATIENCE).build();
  }

  /**
   * A client for API calls, which carry the narrowest of {@code tokens} that serves.
   *
   * @param limit the scope beyond which no call goes out
   */
  public static OkHttpClient forApi(
      OkHttpClient base, HttpUrl origin, Scope limit, TokenSources tokens) {
    Origin allowed = Origin.of(origin);
    return base.newBuilder()
        // A refused token is answered by the interceptor alone, and by nothing of the user's.
        .authenticator(Authenticator.NONE)
        .addInterceptor(new BearerInterceptor(allowed, limit, tokens))
        .addInterceptor(new ErrorBodyLimit())
        .addNetworkInterceptor(new OriginGuard(allowed))
        .build();
  }

  /**
   * A client for the token endpoint: proxy, TLS and timeouts are the user's. Interceptors are not,
   * since they would see the secret; and no redirect is followed, since it would carry the secret
   * elsewhere.
   */
  public static OkHttpClient forTokens(OkHttpClient base, Dispatcher dispatcher) {
    OkHttpClient.Builder client = base.newBuilder();
    client.interceptors().clear();
    client.networkInterceptors().clear();
    return client
        .dispatcher(dispatcher)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .callTimeout(TOKEN_PATIENCE)
        .build();
  }
}
