package visibuild.internal.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/**
 * The OkHttp clients that a connection is made of, all derived from one so that they share its
 * pool.
 */
public final class HttpClients {
  /** One token request that takes longer is given up; another may follow. */
  private static final Duration TOKEN_PATIENCE = Duration.ofSeconds(10);

  private HttpClients() {}

  /**
   * What makes API calls.
   *
   * @param origin the only one that tokens are sent to
   * @param steps what is done to each call
   * @param closed whether the connection was closed; then there are no more calls
   */
  public static Call.Factory forApi(
      OkHttpClient base, Origin origin, CallInterceptor steps, AtomicBoolean closed) {
    OkHttpClient client =
        base.newBuilder()
            // A refused token is answered by the steps alone, and by nothing of the user's.
            .authenticator(Authenticator.NONE)
            .addInterceptor(ClosableCallFactory.letOut(closed, steps))
            .addNetworkInterceptor(new OriginGuard(origin))
            .build();
    return new ClosableCallFactory(client, closed);
  }

  /**
   * A client for the token endpoint: proxy, TLS and timeouts are the user's. Interceptors and
   * listeners are not, since they would see the secret; and no redirect is followed, since it would
   * carry the secret elsewhere.
   */
  public static OkHttpClient forTokens(OkHttpClient base, Dispatcher dispatcher) {
    OkHttpClient.Builder client = base.newBuilder();
    client.interceptors().clear();
    client.networkInterceptors().clear();
    return client
        .addNetworkInterceptor(new CleartextGuard())
        .dispatcher(dispatcher)
        .followRedirects(false)
        .followSslRedirects(false)
        // How often a request is tried is decided in one place.
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .eventListener(EventListener.NONE)
        .callTimeout(TOKEN_PATIENCE)
        .build();
  }
}
