package visibuild;

import static visibuild.Preconditions.checkProvided;
import static visibuild.Preconditions.checkTimeout;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import visibuild.internal.base.DaemonDispatchers;

/**
 * Timeouts, proxy, TLS and connections, for {@link Visibuild.Builder#http}. For all other settings
 * pass an OkHttpClient ({@link Visibuild.Builder#httpClient}) instead.
 *
 * <pre>{@code
 * HttpOptions office =
 *     HttpOptions.defaults()
 *         .proxy("proxy.example.com", 3128)
 *         .proxyCredentials(user, password)
 *         .trustedCertificates(Path.of("office-ca.pem"))
 *         .readTimeout(Duration.ofMinutes(2));
 * }</pre>
 *
 * <p>Token requests use them too. Immutable; each method returns new options.
 *
 * @since 0.1
 */
public final class HttpOptions {
  /** A page of thousands of records takes the server its time. */
  private static final Duration USUAL_READ_TIMEOUT = Duration.ofSeconds(60);

  private static final int MAX_PORT = 65_535;

  /** A name or an IPv4 address, or an IPv6 address, which has two colons at least. */
  private static final Pattern PROXY_HOST =
      Pattern.compile(
          "[\\w.-]{1,253}|\\[?(?=[^:]{0,4}:[^:]{0,4}:)[0-9A-Fa-f:.]{2,45}(?:%[\\w.-]{1,32})?]?");

  private static final HttpOptions DEFAULTS = new HttpOptions(List.of());

  /** Transient, because a setting may capture a password that a JSON library would write. */
  private final transient List<Consumer<OkHttpClient.Builder>> settings;

  private HttpOptions(List<Consumer<OkHttpClient.Builder>> settings) {
    this.settings = settings;
  }

  /**
   * Returns the defaults: 10 s to connect and to write, 60 s to read, the proxy in the JVM's {@code
   * https.proxyHost} and {@code https.proxyPort}, and the certificates that the JVM trusts.
   */
  public static HttpOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Gives up a connection that is not made after {@code timeout}; TCP and TLS count apart.
   *
   * @throws IllegalArgumentException if it is below a millisecond or above 24 days
   */
  public HttpOptions connectTimeout(Duration timeout) {
    long millis = millis(timeout, "connecting");
    return with(client -> client.connectTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Fails a call after {@code timeout} without a byte, before or during the response.
   *
   * @throws IllegalArgumentException if it is below a millisecond or above 24 days
   */
  public HttpOptions readTimeout(Duration timeout) {
    long millis = millis(timeout, "reading");
    return with(client -> client.readTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Gives up a call when nothing could be sent for {@code timeout}.
   *
   * @throws IllegalArgumentException if it is below a millisecond or above 24 days
   */
  public HttpOptions writeTimeout(Duration timeout) {
    long millis = millis(timeout, "writing");
    return with(client -> client.writeTimeout(millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Connects through an HTTP proxy, regardless of the JVM's properties. The proxy sees the target
   * host only, since the content is encrypted end to end.
   *
   * @param host the name or address alone, without a scheme, a login or a port
   * @throws IllegalArgumentException if {@code host} is no such name, or {@code port} is none; the
   *     message does not contain the host, which may be a URL with a password
   */
  public HttpOptions proxy(String host, int port) {
    if (!PROXY_HOST.matcher(checkProvided(host, "host of the proxy")).matches()) {
      throw new IllegalArgumentException(
          "The host of the proxy is no host name; give the name or address alone, without a"
              + " scheme, a login or a port.");
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "The port of the proxy is %d; give one from 1 to %d.".formatted(port, MAX_PORT));
    }
    Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    return with(client -> client.proxy(proxy));
  }

  /** Connects straight to Visibuild, whatever the JVM's properties say. */
  public HttpOptions noProxy() {
    return with(client -> client.proxy(Proxy.NO_PROXY));
  }

  /**
   * Authenticates at the proxy (RFC 7617, {@code Basic}). Only the proxy receives the password.
   *
   * @param user the user name, without a colon; may be empty
   * @param password the password; may be empty
   * @throws IllegalArgumentException if an argument is missing, consists of spaces only, or has a
   *     character that no login can have, such as a line break at its end; the message contains
   *     nothing of the password
   */
  public HttpOptions proxyCredentials(String user, String password) {
    ProxyLogin login = ProxyLogin.of(user, password);
    return with(client -> client.proxyAuthenticator(login));
  }

  /**
   * Trusts the certificates in a file in addition to the JVM's, such as those of a TLS-inspecting
   * proxy. Replaces earlier additional certificates.
   *
   * @param pem one or more X.509 certificates as PEM; read immediately
   * @throws IllegalArgumentException if the file cannot be read, or has no certificate
   */
  public HttpOptions trustedCertificates(Path pem) {
    return trustedCertificates(TrustedCertificates.read(pem));
  }

  /**
   * Trusts {@code certificates} in addition to the JVM's. Replaces earlier additional certificates.
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
   * Keeps up to {@code most} idle connections open for {@code keepAlive}. The default is 5
   * connections for 5 minutes.
   *
   * @throws IllegalArgumentException if {@code most} is negative, or {@code keepAlive} is below a
   *     millisecond or above 24 days
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
   * Limits concurrent calls of futures and publishers; 5 by default. Blocking calls are not
   * counted. A callback of Retrofit's {@code Call} counts until it returns, so it must not wait for
   * another call; dependent stages of a future may.
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

  /** Creates a client with separate threads and connections. */
  OkHttpClient client() {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .dispatcher(DaemonDispatchers.newDispatcher())
            .readTimeout(USUAL_READ_TIMEOUT);
    for (Consumer<OkHttpClient.Builder> setting : settings) {
      setting.accept(client);
    }
    return client.build();
  }

  private HttpOptions with(Consumer<OkHttpClient.Builder> setting) {
    List<Consumer<OkHttpClient.Builder>> more = new ArrayList<>(settings);
    more.add(setting);
    return new HttpOptions(List.copyOf(more));
  }

  private static long millis(Duration time, String what) {
    return checkTimeout(time, "time for " + what).toMillis();
  }
}
