package visibuild;

import static visibuild.Preconditions.checkProvided;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import javax.crypto.SecretKey;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link Visibuild} is made of. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class VisibuildBuilder extends CallChoices {
  private @Nullable BaseUrl baseUrl;
  private @Nullable Credential credential;
  private @Nullable OkHttpClient httpClient;
  private @Nullable HttpOptions http;
  private @Nullable ObjectMapper objectMapper;
  private @Nullable Clock clock;
  private @Nullable TokenListener tokenListener;
  private @Nullable TokenStore tokenStore;
  private @Nullable SecretKey tokenKey;

  VisibuildBuilder() {}

  @Override
  VisibuildBuilder self() {
    return this;
  }

  /** Talks to Visibuild's installation in {@code region}. Replaces a base URL given before. */
  public VisibuildBuilder region(Region region) {
    this.baseUrl = BaseUrl.of(region);
    return this;
  }

  /**
   * Talks to the Visibuild at an origin of your own: another of Visibuild's, a proxy, a test
   * server. Replaces a region given before.
   *
   * <p>With neither a region nor a base URL, the environment variable {@code VISIBUILD_REGION}
   * ({@code apac}, {@code eu} or {@code us}) or {@code VISIBUILD_BASE_URL} counts.
   *
   * @param baseUrl scheme and host, such as {@code https://app.apac.visibuild.com}; {@code http} is
   *     allowed on the loopback only
   * @throws IllegalArgumentException if it is not such a URL, or has a path
   */
  public VisibuildBuilder baseUrl(String baseUrl) {
    this.baseUrl = BaseUrl.parse(baseUrl, "The base URL");
    return this;
  }

  /** Acts with {@code credential}. */
  public VisibuildBuilder credential(Credential credential) {
    this.credential = checkProvided(credential, "credential");
    return this;
  }

  /**
   * Says how calls travel: timeouts, proxy, TLS, connections. Without it {@link
   * HttpOptions#defaults()} counts. Not together with {@link #httpClient}, which says all that.
   */
  public VisibuildBuilder http(HttpOptions options) {
    this.http = checkProvided(options, "HTTP options");
    return this;
  }

  /**
   * Sends calls through a client of your own: its proxy, TLS settings, timeouts, interceptors,
   * dispatcher and connection pool. It is left open by {@link Visibuild#close()}. Not together with
   * {@link #http}.
   *
   * <p>Its interceptors and event listeners see API calls, and never the requests for tokens. Its
   * <em>network</em> interceptors and event listeners see the {@code Authorization} header of API
   * calls: do not log it there.
   */
  public VisibuildBuilder httpClient(OkHttpClient httpClient) {
    this.httpClient = checkProvided(httpClient, "HTTP client");
    return this;
  }

  /**
   * Reads and writes JSON with a mapper of your own, as it is; {@link Visibuild#newObjectMapper()}
   * is a good start for one.
   */
  public VisibuildBuilder objectMapper(ObjectMapper objectMapper) {
    this.objectMapper = checkProvided(objectMapper, "object mapper");
    return this;
  }

  /**
   * Tells the age of tokens by {@code clock}, so that a test need not wait. It is asked with each
   * call; without it, the machine's clocks are, four times a second at most. Retries and {@link
   * #rateLimit} keep the machine's time.
   */
  public VisibuildBuilder clock(Clock clock) {
    this.clock = checkProvided(clock, "clock");
    return this;
  }

  /**
   * Shares tokens with other programs that have the same credential: of all, one asks for a token,
   * and the others use it. Without it each connection has tokens of its own, in memory.
   *
   * @param store keeps the tokens
   * @param key encrypts them (AES; 128, 192 or 256 bits); the same in all programs
   * @throws IllegalArgumentException if nothing can be encrypted with {@code key}
   */
  public VisibuildBuilder tokenStore(TokenStore store, SecretKey key) {
    this.tokenStore = checkProvided(store, "token store");
    this.tokenKey = StoreKey.checked(checkProvided(key, "token store's key"));
    return this;
  }

  /** Tells {@code tokenListener} what happens to tokens; without it nobody is told. */
  public VisibuildBuilder tokenListener(TokenListener tokenListener) {
    this.tokenListener = checkProvided(tokenListener, "token listener");
    return this;
  }

  /**
   * Makes the connection, and no request.
   *
   * @throws IllegalArgumentException if there is no credential, or it has expired, or it is not
   *     said where to connect, or it is said twice how
   */
  public Visibuild build() {
    if (credential == null) {
      throw new IllegalArgumentException(
          "There is no credential; call credential(...) on the builder, for example with"
              + " Credential.fromEnvironment().");
    }
    BaseUrl target = baseUrl == null ? Environment.ofProcess().baseUrl() : baseUrl;
    Settings settings =
        new Settings(
            target,
            credential,
            httpClient,
            http,
            objectMapper,
            clock,
            tokenListener,
            tokenStore,
            tokenKey,
            calls());
    return new Visibuild(credential, new Wiring(settings));
  }
}
