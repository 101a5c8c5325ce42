package visibuild.internal.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Derives the OkHttp clients of one connection from one base client, so that they share its pool.
 */
public final class HttpClients {
  /** The longest that one token request takes; the token provider may send another. */
  private static final Duration TOKEN_REQUEST_TIMEOUT = Duration.ofSeconds(10);

  private HttpClients() {}

  /** Returns {@code client} with probed sockets, and a login for its proxy that no server gets. */
  public static OkHttpClient guarded(OkHttpClient client) {
    OkHttpClient probed = withProbedSockets(client);
    Authenticator login = ProxyLoginGuard.guarded(probed.proxyAuthenticator());
    return login.equals(probed.proxyAuthenticator())
        ? probed
        : probed.newBuilder().proxyAuthenticator(login).build();
  }

  /**
   * Returns {@code client} with sockets that can be probed quickly. A socket factory of the program
   * is kept; then a write takes a millisecond more.
   */
  @SuppressWarnings("ReferenceEquality") // Only the default factory itself may be replaced.
  public static OkHttpClient withProbedSockets(OkHttpClient client) {
    return client.socketFactory() == SocketFactory.getDefault()
        ? client.newBuilder().socketFactory(ChannelSocketFactory.INSTANCE).build()
        : client;
  }

  /**
   * Returns the factory for calls to the API.
   *
   * @param origin the only origin that tokens are sent to
   * @param limit the largest scope that a request may need
   * @param interceptors the chain that each call goes through
   * @param transport makes the factory of a client that has all our interceptors; null for the
   *     client itself
   * @param observed whether each attempt is published
   * @param closed whether the connection was closed; then no call is made
   */
  public static Call.Factory forApi(
      OkHttpClient base,
      Origin origin,
      ScopeLimit limit,
      CallInterceptor interceptors,
      ConnectionMonitor connections,
      @Nullable Function<? super OkHttpClient, ? extends Call.Factory> transport,
      boolean observed,
      AtomicBoolean closed) {
    OkHttpClient.Builder client =
        base.newBuilder()
            // Only our interceptors respond to a rejected token, not an authenticator of the
            // program.
            .authenticator(Authenticator.NONE)
            .addInterceptor(ClosableCallFactory.refuseOnceClosed(closed, interceptors))
            .addNetworkInterceptor(new OriginGuard(origin, limit, connections));
    if (observed) {
      client.addInterceptor(new AttemptInterceptor(origin));
    }
    return new ClosableCallFactory(client.build(), transport, closed);
  }

  /**
   * Returns the client for the token endpoint. Proxy, TLS and timeouts are those of {@code base}.
   * Interceptors and listeners are left out, because they would see the client secret. Redirects
   * are not followed, because they would send it elsewhere.
   */
  public static OkHttpClient forTokens(
      OkHttpClient base, Dispatcher dispatcher, ConnectionMonitor connections) {
    OkHttpClient.Builder client = base.newBuilder();
    client.interceptors().clear();
    client.networkInterceptors().clear();
    return client
        .addInterceptor(new LiveConnectionInterceptor(connections))
        .addNetworkInterceptor(new CleartextGuard(connections))
        .dispatcher(dispatcher)
        .followRedirects(false)
        .followSslRedirects(false)
        // The token provider alone decides how often a request is sent.
        .retryOnConnectionFailure(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .eventListener(EventListener.NONE)
        .callTimeout(TOKEN_REQUEST_TIMEOUT)
        .build();
  }
}
