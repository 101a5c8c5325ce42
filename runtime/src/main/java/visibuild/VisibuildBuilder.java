package visibuild;

import static visibuild.Given.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;

/**
 * Collects what a {@link Visibuild} is made of. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class VisibuildBuilder {
  private @Nullable BaseUrl baseUrl;
  private @Nullable Credential credential;
  private @Nullable OkHttpClient httpClient;
  private @Nullable HttpOptions http;
  private @Nullable ObjectMapper objectMapper;
  private @Nullable Clock clock;
  private @Nullable TokenListener tokenListener;
  private @Nullable TokenStore tokenStore;
  private @Nullable SecretKey tokenKey;
  private final CallSettings calls = new CallSettings();

  VisibuildBuilder() {}

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
    this.credential = given(credential, "credential");
    return this;
  }

  /**
   * Says how calls travel: timeouts, proxy, TLS, connections. Without it {@link
   * HttpOptions#standard()} counts. Not together with {@link #httpClient}, which says all that.
   */
  public VisibuildBuilder http(HttpOptions options) {
    this.http = given(options, "HTTP options");
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
    this.httpClient = given(httpClient, "HTTP client");
    return this;
  }

  /**
   * Tells the logger {@code visibuild.http} so much of each request, while it is at {@code DEBUG};
   * {@link HttpLogLevel#LINES} where nothing is said.
   */
  public VisibuildBuilder httpLog(HttpLogLevel level) {
    calls.log(given(level, "level of the HTTP log"), null);
    return this;
  }

  /** Tells {@code reader} so much of each request, in the thread that carries it out. */
  public VisibuildBuilder httpLog(HttpLogLevel level, Consumer<String> reader) {
    calls.log(given(level, "level of the HTTP log"), given(reader, "reader of the HTTP log"));
    return this;
  }

  /**
   * Reads and writes JSON with a mapper of your own, as it is; {@link Visibuild#newObjectMapper()}
   * is a good start for one.
   */
  public VisibuildBuilder objectMapper(ObjectMapper objectMapper) {
    this.objectMapper = given(objectMapper, "object mapper");
    return this;
  }

  /**
   * Tells the age of tokens by {@code clock}, so that a test need not wait. It is asked with each
   * call; without it, the machine's clocks are, four times a second at most. Retries and {@link
   * #rateLimit} keep the machine's time.
   */
  public VisibuildBuilder clock(Clock clock) {
    this.clock = given(clock, "clock");
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
    this.tokenStore = given(store, "token store");
    this.tokenKey = StoreKey.checked(given(key, "token store's key"));
    return this;
  }

  /**
   * Repeats a call that failed in a way that may pass, at most {@code most} times; 3 where nothing
   * is said, and 0 for never.
   *
   * <p>A read is repeated after a failure of the connection and after 408, 429, 502, 503 and 504; a
   * write only where Visibuild cannot have acted: the connection was refused, or it was answered
   * 429, or 503 with {@code Retry-After}. The wait is what {@code Retry-After} says, else random,
   * below 0.5 to 30 s, and a minute after a 429, after which all calls of this connection wait. No
   * wait outlasts the call's timeout or its cancellation.
   *
   * <p>Not counted is what the transport does for a read whose connection breaks before an answer
   * came, since the server had closed it while it was idle, say: it is sent on another connection
   * at once. A write never is.
   *
   * @throws IllegalArgumentException if {@code most} is below 0 or above 20
   */
  public VisibuildBuilder retries(int most) {
    calls.retries(most);
    return this;
  }

  /**
   * Sends no more than {@code calls} in each {@code period}, evenly spread: the calls of all
   * clients and threads of this connection wait for their turn, in their order. A call whose turn
   * would come after its timeout fails at once. Another connection with the same credential does
   * not know of it. Without it they do not wait. Visibuild does not say what its limits are.
   *
   * @throws IllegalArgumentException if one of them is not positive
   */
  public VisibuildBuilder rateLimit(int calls, Duration period) {
    this.calls.rateLimit(calls, given(period, "period of the rate limit"));
    return this;
  }

  /**
   * Ends each call after {@code timeout}, its waits and repetitions included. Without it, the
   * timeouts of the HTTP client count; {@link RequestOptions#timeout(Duration)} is for one call,
   * and {@link Upload#timeout(Duration)} for the bytes of a file.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public VisibuildBuilder callTimeout(Duration timeout) {
    calls.timeout(given(timeout, "timeout of calls"));
    return this;
  }

  /**
   * Adds the program's own name to the {@code User-Agent}, such as {@code site-report/2.1}.
   *
   * @throws IllegalArgumentException if no header can carry it
   */
  public VisibuildBuilder userAgent(String program) {
    calls.program(given(program, "program's name"));
    return this;
  }

  /**
   * Reads answers in snake_case too, as older ones of Visibuild are: {@code due_date} is read into
   * {@code dueDate} of a record. What is sent stays as it is.
   */
  public VisibuildBuilder readSnakeCase() {
    calls.readSnakeCase();
    return this;
  }

  /**
   * Lets methods return types of another library, such as RxJava's {@code Single}. Its calls carry
   * tokens, and fail, as all others do; where the type names {@link retrofit2.Response}, an error
   * of the server's is a response. Without a factory for its type a method throws an {@link
   * IllegalStateException} when it is called.
   */
  public VisibuildBuilder callAdapterFactory(CallAdapter.Factory factory) {
    calls.adapter(given(factory, "call adapter factory"));
    return this;
  }

  /** Tells {@code tokenListener} what happens to tokens; without it nobody is told. */
  public VisibuildBuilder tokenListener(TokenListener tokenListener) {
    this.tokenListener = given(tokenListener, "token listener");
    return this;
  }

  /** Asks {@code guard} about each client before it is made; without it all may be. */
  public VisibuildBuilder clientGuard(ClientGuard guard) {
    calls.guard(given(guard, "client guard"));
    return this;
  }

  /** Counts calls in {@code usage}, to find out what the program uses; without it none is. */
  public VisibuildBuilder accessUsage(AccessUsage usage) {
    calls.usage(given(usage, "access usage"));
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
            calls);
    return new Visibuild(credential, new Wiring(settings));
  }
}
