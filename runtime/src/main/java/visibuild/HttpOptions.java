package visibuild;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import visibuild.internal.base.DaemonDispatchers;

/**
 * How calls travel: timeouts, proxy, TLS and connections. For {@link Visibuild.Builder#http}; a
 * program that wants more gives a client of its own ({@link Visibuild.Builder#httpClient}) instead.
 *
 * <pre>{@code
 * HttpOptions office =
 *     HttpOptions.standard()
 *         .proxy("proxy.example.com", 3128)
 *         .proxyLogin(user, password)
 *         .trust(Path.of("office-ca.pem"))
 *         .readTimeout(Duration.ofMinutes(2));
 * }</pre>
 *
 * <p>Requests for tokens travel in the same way. Immutable; each method gives new options.
 *
 * @since 0.1
 */
public final class HttpOptions {
  /** A page of thousands of records takes the server its time. */
  private static final Duration USUAL_READ_TIMEOUT = Duration.ofSeconds(60);

  private static final HttpOptions DEFAULTS =
      new HttpOptions(List.of()).with(client -> client.readTimeout(USUAL_READ_TIMEOUT));

  /** Transient, because a setting may capture a password that a JSON library would write. */
  private final transient List<Consumer<OkHttpClient.Builder>> settings;

  private HttpOptions(List<Consumer<OkHttpClient.Builder>> settings) {
    this.settings = settings;
  }

  /**
   * What counts where nothing is said: 10 s to connect and to write, 60 s to read, the proxy that
   * the JVM's {@code https.proxyHost} and {@code https.proxyPort} name, and the certificates that
   * the JVM trusts.
   */
  public static HttpOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Gives up a connection that is not made after {@code timeout}; TCP and TLS count apart.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public HttpOptions connectTimeout(Duration timeout) {
    long millis = millis(timeout, "connecting");
    return with(client -> client.connectTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Gives up a call when nothing came for {@code timeout}, before the answer or within it.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public HttpOptions readTimeout(Duration timeout) {
    long millis = millis(timeout, "reading");
    return with(client -> client.readTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Gives up a call when nothing could be sent for {@code timeout}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public HttpOptions writeTimeout(Duration timeout) {
    long millis = millis(timeout, "writing");
    return with(client -> client.writeTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Connects through an HTTP proxy, whatever the JVM's properties say. It sees the host that is
   * connected to, and none of what is sent: that is encrypted from end to end.
   *
   * @throws IllegalArgumentException if {@code port} is none
   */
  public HttpOptions proxy(String host, int port) {
    Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    return with(client -> client.proxy(proxy));
  }

  /** Connects straight to Visibuild, whatever the JVM's properties say. */
  public HttpOptions noProxy() {
    return with(client -> client.proxy(Proxy.NO_PROXY));
  }

  /** Logs in at the proxy (RFC 7617, {@code Basic}), which alone is told the password. */
  public HttpOptions proxyCredentials(String user, String password) {
    ProxyLogin login = new ProxyLogin(Credentials.basic(user, password));
    return with(client -> client.proxyAuthenticator(login));
  }

  /**
   * Trusts the certificates in a file too, besides those that the JVM trusts: those of a proxy that
   * looks into TLS, say. Replaces what was trusted so before.
   *
   * @param pem one or more X.509 certificates as PEM; it is read now
   * @throws IllegalArgumentException if it cannot be read, or there is no certificate in it
   */
  public HttpOptions trustedCertificates(Path pem) {
    return trustedCertificates(TrustedCertificates.read(pem));
  }

  /**
   * Trusts {@code certificates} too, besides those that the JVM trusts. Replaces what was trusted
   * so before.
   *
   * @throws IllegalArgumentException if there is none
   */
  public HttpOptions trustedCertificates(X509Certificate... certificates) {
    if (certificates.length == 0) {
      throw new IllegalArgumentException("There is no certificate to trust; give at least one.");
    }
    return trustedCertificates(List.of(certificates));
  }

  private HttpOptions trustedCertificates(List<X509Certificate> certificates) {
    X509TrustManager trust = TrustedCertificates.and(certificates);
    return sslSocketFactory(TrustedCertificates.sockets(trust), trust);
  }

  /**
   * Makes TLS connections with {@code sockets}: with a client's certificate, say.
   *
   * @param trust the trust manager that {@code sockets} was made with; a test of certificate chains
   *     needs it
   */
  public HttpOptions sslSocketFactory(SSLSocketFactory sockets, X509TrustManager trust) {
    return with(client -> client.sslSocketFactory(sockets, trust));
  }

  /**
   * Keeps up to {@code most} connections open that are not in use; 5 for 5 minutes where nothing is
   * said.
   *
   * @throws IllegalArgumentException if {@code most} is negative, or {@code keepAlive} not positive
   */
  public HttpOptions connectionPool(int most, Duration keepAlive) {
    if (most < 0) {
      throw new IllegalArgumentException(
          "The number of idle connections is " + most + "; give 0 or more.");
    }
    long millis = millis(keepAlive, "idle connections");
    // Made with each client, so that no two share one and the first to be closed empties it.
    return with(
        client -> client.connectionPool(new ConnectionPool(most, millis, TimeUnit.MILLISECONDS)));
  }

  /**
   * Lets up to {@code most} calls of futures and publishers run at once, and the others wait; 5
   * where nothing is said. Calls that a thread waits for are not counted. A callback of Retrofit's
   * {@code Call} counts until it returns, so it must wait for no other; what depends on a future
   * runs elsewhere and may.
   *
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public HttpOptions maxConcurrentRequests(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "The number of concurrent calls is " + most + "; give at least 1.");
    }
    return with(
        client -> {
          Dispatcher dispatcher = DaemonDispatchers.newDispatcher();
          dispatcher.setMaxRequests(most);
          dispatcher.setMaxRequestsPerHost(most);
          client.dispatcher(dispatcher);
        });
  }

  /** Makes a client of its own, with its own threads and connections. */
  OkHttpClient client() {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder().dispatcher(DaemonDispatchers.newDispatcher());
    settings.forEach(setting -> setting.accept(client));
    return client.build();
  }

  private HttpOptions with(Consumer<OkHttpClient.Builder> setting) {
    List<Consumer<OkHttpClient.Builder>> more = new ArrayList<>(settings);
    more.add(setting);
    return new HttpOptions(List.copyOf(more));
  }

  private static long millis(Duration time, String what) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(
          "The time for %s is %s; give at least a millisecond.".formatted(what, time));
    }
    return time.toMillis();
  }
}
