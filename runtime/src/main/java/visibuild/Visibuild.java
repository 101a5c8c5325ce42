package visibuild;

import static visibuild.Preconditions.checkProvided;
import static visibuild.Preconditions.checkTimeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.SecretKey;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * A connection to Visibuild with one credential. Every program begins here.
 *
 * <pre>{@code
 * try (Visibuild visibuild = Visibuild.builder()
 *     .region(Region.APAC)
 *     .credential(ClientCredentials.of(id, secret, Scope.READ))
 *     .build()) {
 *   ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
 *   for (Project project : projects.list()) {
 *     System.out.println(project.name());
 *   }
 * }
 * }</pre>
 *
 * <p>To see what is sent, switch the logger {@code visibuild.http} to {@code DEBUG} before {@link
 * Builder#build}: it logs a line for each request. {@link Builder#httpLog} sets the detail.
 *
 * <p>Make one instance for each credential and keep it as long as the program runs, because it
 * caches the tokens and the connections. It sends no request before the first call. Safe for use by
 * several threads.
 *
 * @since 0.1
 */
public final class Visibuild implements AutoCloseable {
  // Transient, so that no library that writes fields reaches the tokens and secrets behind them.
  private final transient ConnectionConfig config;
  private final transient Components components;
  private final ReadAccess readAccess;
  private final @Nullable WriteAccess writeAccess;

  private Visibuild(ConnectionConfig config) {
    this.config = config;
    this.components = new Components(config);
    Retrofit reading = components.retrofit(Scope.READ);
    this.readAccess = new ReadAccess(reading, components.clients());
    this.writeAccess =
        scope().covers(Scope.READ_WRITE)
            ? new WriteAccess(reading, components.retrofit(Scope.READ_WRITE), components.clients())
            : null;
  }

  /**
   * Returns a new builder. {@link Builder#credential} is required; so is a region or a base URL,
   * unless the environment names one.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a new copy of the default JSON mapper, to adapt and give to {@link
   * Builder#objectMapper}.
   *
   * <ul>
   *   <li>Unknown members are ignored.
   *   <li>An unknown enum value is read as {@code null}, or as the constant marked {@link
   *       com.fasterxml.jackson.annotation.JsonEnumDefaultValue}.
   *   <li>{@code java.time} types are read and written as ISO 8601 text.
   *   <li>A missing or null value is refused for a primitive, and for a record component that
   *       JSpecify's annotations declare non-null. An enum may be null.
   * </ul>
   */
  public static ObjectMapper newObjectMapper() {
    return Components.newObjectMapper();
  }

  /** Returns the right to read, which every credential has. */
  public ReadAccess readAccess() {
    return readAccess;
  }

  /**
   * Returns the right to read and write.
   *
   * @throws InsufficientScopeException if the credential was declared with {@link Scope#READ}; no
   *     request is made
   */
  public WriteAccess writeAccess() {
    if (writeAccess == null) {
      throw new InsufficientScopeException("There is no write access", Scope.READ_WRITE, scope());
    }
    return writeAccess;
  }

  /**
   * Makes sure that there is a valid access token of scope {@code read}, for a health check or at
   * the start of a program. It requests a token only if none is cached, sends no API call, and
   * waits at most 30 seconds.
   *
   * @throws VisibuildException if no token could be had; the same as a call would throw
   */
  public void checkToken() {
    components.checkToken();
  }

  /** Returns the credential's declared scope: the most that a call of this connection can do. */
  public Scope scope() {
    return config.credential().scope();
  }

  /**
   * Returns the clients made from this connection so far, in order, each once for each access.
   *
   * <p>The logger {@code visibuild.access} logs each when it is made: at {@code INFO} if {@link
   * Builder#clientAuthorizer} or {@link Builder#accessUsage} is set, else at {@code DEBUG}.
   */
  public List<ClientAccess> clients() {
    return components.clients().made();
  }

  /**
   * Stops the threads that fetch tokens and fails waiting calls with a {@link ConnectionException}.
   * Unless the program gave its own client to the builder, this also cancels running calls and
   * closes the client's threads and connections. Closing twice has no effect.
   */
  @Override
  public void close() {
    components.close();
  }

  @Override
  public String toString() {
    return "Visibuild[baseUrl="
        + config.baseUrl().url()
        + ", credential="
        + config.credential()
        + "]";
  }

  /**
   * Configures and builds a {@link Visibuild}.
   *
   * <pre>{@code
   * Visibuild visibuild =
   *     Visibuild.builder()
   *         .region(Region.EU)
   *         .credential(Credential.fromEnvironment())
   *         .callTimeout(Duration.ofMinutes(2))
   *         .build();
   * }</pre>
   *
   * <p>No method accepts null. A setting that is given twice replaces the first one, except {@link
   * #callAdapterFactory}. Not safe for use by several threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    private static final int DEFAULT_RETRIES = 3;
    private static final long DEFAULT_MAX_RESPONSE_BYTES = 64L * 1024 * 1024;
    private static final int MAX_RETRIES = 20;
    private static final Duration DEFAULT_MAX_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);

    private @Nullable BaseUrl baseUrl;
    private @Nullable Credential credential;
    private @Nullable OkHttpClient httpClient;
    private transient @Nullable HttpOptions http;
    private @Nullable ObjectMapper objectMapper;
    private boolean readsSnakeCase;
    private @Nullable Clock clock;
    private @Nullable TokenListener tokenListener;
    private @Nullable TokenStore tokenStore;
    private transient @Nullable SecretKey tokenKey;
    private HttpLogLevel logLevel = HttpLogLevel.BASIC;
    private @Nullable Consumer<String> logReader;
    private int retries = DEFAULT_RETRIES;
    private Duration maxWait = DEFAULT_MAX_WAIT;
    private Duration rateLimitInterval = Duration.ZERO;
    private @Nullable Duration callTimeout;
    private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
    private @Nullable String program;
    private final List<CallAdapter.Factory> callAdapterFactories = new ArrayList<>();
    private @Nullable ClientAuthorizer clientAuthorizer;
    private @Nullable AccessUsage accessUsage;
    private @Nullable CallListener callListener;
    private @Nullable Function<? super OkHttpClient, ? extends Call.Factory> callFactory;

    private Builder() {}

    /** Connects to Visibuild's installation in {@code region}. Replaces a base URL. */
    public Builder region(Region region) {
      this.baseUrl = BaseUrl.of(region);
      return this;
    }

    /**
     * Connects to another Visibuild origin, such as a proxy or a test server. Replaces a region.
     *
     * <p>Without a region and a base URL, the environment variable {@code VISIBUILD_REGION} ({@code
     * apac}, {@code eu} or {@code us}) or {@code VISIBUILD_BASE_URL} is read.
     *
     * @param baseUrl scheme and host, such as {@code https://app.apac.visibuild.com}; {@code http}
     *     is allowed on the loopback only
     * @throws IllegalArgumentException if {@code baseUrl} is not such a URL, or has a path
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = BaseUrl.parse(baseUrl, "The base URL");
      return this;
    }

    /** Sets the credential of all calls. Required. */
    public Builder credential(Credential credential) {
      this.credential = checkProvided(credential, "credential");
      return this;
    }

    /**
     * Sets timeouts, proxy, TLS and connections; {@link HttpOptions#defaults()} by default. Not
     * together with {@link #httpClient}.
     */
    public Builder http(HttpOptions options) {
      this.http = checkProvided(options, "HTTP options");
      return this;
    }

    /**
     * Sends calls through the program's own client, with its proxy, TLS settings, timeouts,
     * interceptors, dispatcher and connection pool. {@link Visibuild#close()} leaves it open. Not
     * together with {@link #http}.
     *
     * <p>The client's interceptors and event listeners see API calls, and never the requests for
     * tokens. The token of a call is added after all interceptors, to requests that come from
     * {@link okhttp3.Request#newBuilder()}. Only the event listeners see the {@code Authorization}
     * header of API calls, so they must not log it.
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = checkProvided(httpClient, "HTTP client");
      return this;
    }

    /**
     * Reads and writes JSON with the program's own mapper, unchanged. {@link
     * Visibuild#newObjectMapper()} is a good start for one.
     */
    public Builder objectMapper(ObjectMapper objectMapper) {
      this.objectMapper = checkProvided(objectMapper, "object mapper");
      return this;
    }

    /**
     * Reads responses in snake_case too, as older Visibuild endpoints write them: {@code due_date}
     * is read into a record's {@code dueDate}. Request bodies do not change.
     */
    public Builder readSnakeCase() {
      this.readsSnakeCase = true;
      return this;
    }

    /**
     * Measures the age of tokens with {@code clock}, so that a test does not have to wait. The
     * machine's clocks are the default. Retries and {@link #rateLimit} always use the machine's
     * time.
     */
    public Builder clock(Clock clock) {
      this.clock = checkProvided(clock, "clock");
      return this;
    }

    /**
     * Shares tokens with other programs that have the same credential: one of them requests a
     * token, and the others use it. By default each connection keeps its own tokens in memory.
     *
     * @param store keeps the encrypted tokens
     * @param key encrypts the tokens (AES; 128, 192 or 256 bits); the same in all programs
     * @throws IllegalArgumentException if {@code key} cannot encrypt
     */
    public Builder tokenStore(TokenStore store, SecretKey key) {
      this.tokenStore = checkProvided(store, "token store");
      this.tokenKey = StoreKey.checked(checkProvided(key, "token store's key"));
      return this;
    }

    /** Sends token events to {@code tokenListener}. */
    public Builder tokenListener(TokenListener tokenListener) {
      this.tokenListener = checkProvided(tokenListener, "token listener");
      return this;
    }

    /**
     * Sets the detail of the HTTP log, which the logger {@code visibuild.http} writes at {@code
     * DEBUG}; {@link HttpLogLevel#BASIC} by default.
     */
    public Builder httpLog(HttpLogLevel level) {
      this.logLevel = checkProvided(level, "level of the HTTP log");
      this.logReader = null;
      return this;
    }

    /**
     * Sends the HTTP log to {@code reader} in place of the logger, on the thread that carries out
     * the request.
     */
    public Builder httpLog(HttpLogLevel level, Consumer<String> reader) {
      this.logLevel = checkProvided(level, "level of the HTTP log");
      this.logReader = checkProvided(reader, "reader of the HTTP log");
      return this;
    }

    /**
     * Repeats a call after a transient failure, at most {@code retries} times; 3 by default, 0 for
     * never.
     *
     * <ul>
     *   <li>A read is repeated after a connection failure and after 408, 421, 425, 429, 502, 503
     *       and 504.
     *   <li>A write is repeated only if Visibuild cannot have processed it: no connection was made,
     *       the server refused the HTTP/2 stream, or the status is 421, 425, 429, or 503 with
     *       {@code Retry-After}.
     *   <li>The wait is that of {@code Retry-After}. Without that header it is random, below a
     *       limit that grows from 0.5 to 30 s. After a 429 without the header it is a minute.
     *   <li>After a 429 all calls of the same endpoint wait, and all calls of this connection if a
     *       second endpoint gets one. Then the rate grows back within seconds.
     *   <li>No wait outlasts {@link #maxWait}, the call's timeout or its cancellation.
     * </ul>
     *
     * <p>Not counted is an attempt on an idle connection that the server had closed, because
     * nothing was sent on it.
     *
     * @throws IllegalArgumentException if {@code retries} is below 0 or above 20
     */
    public Builder retries(int retries) {
      if (retries < 0 || retries > MAX_RETRIES) {
        throw new IllegalArgumentException(
            "The number of retries is " + retries + "; give one from 0 to " + MAX_RETRIES + ".");
      }
      this.retries = retries;
      return this;
    }

    /**
     * Sets the longest that all waits of one call take together: those before retries, for {@code
     * Retry-After} and for the rate limit. A longer wait is not begun. Then the call fails at once,
     * after a 429 with {@link RateLimitedException}. By default it is one minute. The wait for a
     * token is not counted; that is 30 seconds at most.
     *
     * @throws IllegalArgumentException if {@code maxWait} is negative
     */
    public Builder maxWait(Duration maxWait) {
      checkProvided(maxWait, "longest wait of a call");
      if (maxWait.isNegative()) {
        throw new IllegalArgumentException(
            "The longest wait of a call is " + maxWait + "; give zero or more.");
      }
      // As long as any program runs; a longer one has more nanoseconds than a long can count.
      this.maxWait = maxWait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : maxWait;
      return this;
    }

    /**
     * Sends no more than {@code calls} in each {@code period}, evenly spread over all clients and
     * threads of this connection, in order of arrival. A call that cannot be sent before its
     * timeout or within {@link #maxWait} fails at once. The limit is not shared with other
     * connections. By default there is no limit; Visibuild does not publish its limits.
     *
     * @throws IllegalArgumentException if {@code calls} or {@code period} is not positive, or
     *     {@code period} is longer than a year
     */
    public Builder rateLimit(int calls, Duration period) {
      checkProvided(period, "period of the rate limit");
      if (calls < 1
          || period.isZero()
          || period.isNegative()
          || period.compareTo(Preconditions.YEAR) > 0) {
        throw new IllegalArgumentException(
            "The rate limit is %d calls in %s; give at least 1, and a positive time of at most a year."
                .formatted(calls, period));
      }
      this.rateLimitInterval = period.dividedBy(calls);
      return this;
    }

    /**
     * Ends each call after {@code timeout}, its waits and retries included. By default the timeouts
     * of the HTTP client apply. {@link RequestOptions#timeout(Duration)} sets it for one call, and
     * {@link Upload#timeout(Duration)} for the bytes of a file.
     *
     * @throws IllegalArgumentException if {@code timeout} is below a millisecond or above 24 days
     */
    public Builder callTimeout(Duration timeout) {
      this.callTimeout = checkTimeout(timeout, "timeout of calls");
      return this;
    }

    /**
     * Limits the body of one response, after decompression; 64 MiB by default. A longer body fails
     * the call with a {@link DecodingException}. A body that is streamed ({@link
     * retrofit2.http.Streaming}) is not limited.
     *
     * @throws IllegalArgumentException if {@code bytes} is below 1
     */
    public Builder maxResponseBytes(long bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException(
            "The limit of a response is " + bytes + " bytes; give at least 1.");
      }
      this.maxResponseBytes = bytes;
      return this;
    }

    /**
     * Adds the program's name to the {@code User-Agent}, such as {@code site-report/2.1}.
     *
     * @throws IllegalArgumentException if {@code program} is not ASCII text of up to 200 characters
     */
    public Builder userAgent(String program) {
      checkProvided(program, "program's name");
      if (!program.matches("[!-~][ -~]{0,199}")) {
        throw new IllegalArgumentException(
            "The program's name is not fit for a header; give ASCII such as \"site-report/2.1\".");
      }
      this.program = program;
      return this;
    }

    /**
     * Adds a factory for return types of another library, such as RxJava's {@code Single}. Its
     * calls carry tokens and fail like all others. If the type names {@link retrofit2.Response}, an
     * error status is a response. A method whose type has no factory throws {@link
     * IllegalStateException} when it is called.
     */
    public Builder callAdapterFactory(CallAdapter.Factory factory) {
      this.callAdapterFactories.add(checkProvided(factory, "call adapter factory"));
      return this;
    }

    /** Authorizes each client before it is made; by default every client may be made. */
    public Builder clientAuthorizer(ClientAuthorizer authorizer) {
      this.clientAuthorizer = checkProvided(authorizer, "client authorizer");
      return this;
    }

    /** Counts calls in {@code usage}, to find unused write access; by default none is counted. */
    public Builder accessUsage(AccessUsage usage) {
      this.accessUsage = checkProvided(usage, "access usage");
      return this;
    }

    /**
     * Publishes what happens during calls to {@code listener}; by default nothing is published, at
     * no cost.
     *
     * @see visibuild.micrometer.CallObservations
     */
    public Builder callListener(CallListener listener) {
      this.callListener = checkProvided(listener, "call listener");
      return this;
    }

    /**
     * Makes calls through a factory of the program, such as the one that OpenTelemetry's
     * instrumentation of OkHttp makes:
     *
     * <pre>{@code
     * builder.callFactory(OkHttpTelemetry.create(openTelemetry)::newCallFactory)
     * }</pre>
     *
     * <p>{@code factory} gets a client with this connection's interceptors. It may add its own in
     * front of these, and returns a factory that makes calls with the result. It is called several
     * times while the connection is built. The last network interceptor of the given client adds
     * the token, for Visibuild's origin only, so it must stay the last.
     */
    public Builder callFactory(Function<? super OkHttpClient, ? extends Call.Factory> factory) {
      this.callFactory = checkProvided(factory, "call factory");
      return this;
    }

    /**
     * Builds the connection. It sends no request.
     *
     * @throws IllegalArgumentException if the credential, or the region and the base URL are
     *     missing; if the credential has expired; if both {@link #http} and {@link #httpClient} are
     *     set
     * @throws IllegalStateException if OkHttp (4.12), Okio, Retrofit (2.10) or Jackson (2.15) on
     *     the class path is older, or Jackson's module for {@code java.time} is missing
     */
    public Visibuild build() {
      if (credential == null) {
        throw new IllegalArgumentException(
            "There is no credential; call credential(...) on the builder, for example with"
                + " Credential.fromEnvironment().");
      }
      return new Visibuild(
          new ConnectionConfig(
              baseUrl == null ? Environment.ofProcess().baseUrl() : baseUrl,
              credential,
              httpClient,
              http,
              objectMapper,
              readsSnakeCase,
              clock,
              tokenListener,
              tokenStore,
              tokenKey,
              logLevel,
              logReader,
              retries,
              maxWait,
              rateLimitInterval,
              callTimeout,
              maxResponseBytes,
              program,
              callAdapterFactories,
              clientAuthorizer,
              accessUsage,
              callListener,
              callFactory));
    }
  }
}
