package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.crypto.SecretKey;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import visibuild.internal.adapter.ErrorMappingCallAdapterFactory;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.Clocks;
import visibuild.internal.auth.SecretReader;
import visibuild.internal.auth.StaticTokenProvider;
import visibuild.internal.auth.TokenEndpoint;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenProviders;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.http.BearerInterceptor;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.HttpClients;
import visibuild.internal.http.Origin;
import visibuild.internal.http.RequestOptionsCallFactory;
import visibuild.internal.http.UsageInterceptor;
import visibuild.internal.http.UserAgent;
import visibuild.internal.json.EnvelopeConverterFactory;
import visibuild.internal.json.ObjectMappers;
import visibuild.internal.log.HttpLog;
import visibuild.internal.log.LogSink;
import visibuild.internal.retry.CancellableSleeper;
import visibuild.internal.retry.ExponentialBackoff;
import visibuild.internal.retry.RateLimiter;
import visibuild.internal.retry.RetryInterceptor;

/** Puts the inner rooms together for one connection, and takes them apart. */
final class Wiring {
  /** How long a call waits for a token at most, all tries of the request included. */
  private static final Duration TOKEN_PATIENCE = Duration.ofSeconds(30);

  private final BaseUrl baseUrl;
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final ObjectMapper mapper;
  private final TokenThreads threads = new TokenThreads();
  private final Dispatcher tokenRequests = new Dispatcher(threads.workers());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final TokenEventPublisher reporter;
  private final TokenProviders tokens;
  private final CallSettings calls;
  private final RateLimiter pace;
  private final CancellableSleeper waiting = new CancellableSleeper();
  private final ClientRegistry clients;

  Wiring(Settings settings) {
    this.baseUrl = settings.baseUrl();
    this.http = settings.client();
    this.ownsHttp = settings.httpClient() == null;
    this.calls = settings.calls();
    this.clients = calls.clients();
    this.mapper = mapper(settings);
    this.reporter = new TokenEventPublisher(settings.tokenListener(), threads.workers());
    this.tokens = tokens(settings, outside(settings.clock()));
    this.pace = new RateLimiter(calls.interval(), System::nanoTime);
  }

  private static ObjectMapper mapper(Settings settings) {
    ObjectMapper given = settings.objectMapper();
    ObjectMapper mapper = given == null ? ObjectMappers.mapper() : given;
    return settings.calls().readsSnakeCase() ? ObjectMappers.readingSnakeCase(mapper) : mapper;
  }

  static ObjectMapper newObjectMapper() {
    return ObjectMappers.mapper();
  }

  ClientRegistry clients() {
    return clients;
  }

  BaseUrl baseUrl() {
    return baseUrl;
  }

  /** What implements calls that go no further than {@code limit}. */
  Retrofit retrofit(Scope limit) {
    Origin origin = Origin.of(baseUrl.url());
    Retrofit.Builder retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl.url())
            .callFactory(
                new RequestOptionsCallFactory(
                    HttpClients.forApi(timed(), origin, steps(origin, limit), closed)))
            .addCallAdapterFactory(new ErrorMappingCallAdapterFactory());
    calls.adapters().forEach(retrofit::addCallAdapterFactory);
    return retrofit
        .addConverterFactory(new EnvelopeConverterFactory(mapper, calls.readsSnakeCase()))
        .addConverterFactory(JacksonConverterFactory.create(mapper))
        .build();
  }

  private OkHttpClient timed() {
    Duration timeout = calls.timeout();
    return timeout == null ? http : http.newBuilder().callTimeout(timeout).build();
  }

  /**
   * A call is counted if somebody asked for it, keeps the pace and is repeated; each time it is
   * logged, and has its token put on.
   */
  private CallInterceptor steps(Origin origin, Scope limit) {
    String agent = UserAgent.of(calls.program());
    CallInterceptor bearer = new BearerInterceptor(origin, limit, tokens, reporter, agent);
    LogSink log = log();
    CallInterceptor logged =
        log.isOpen() ? new HttpLog(origin, calls.logLevel(), log, bearer) : bearer;
    ExponentialBackoff backoff = new ExponentialBackoff(ThreadLocalRandom::current);
    CallInterceptor patient =
        new RetryInterceptor(origin, calls.retries(), pace, backoff, waiting, logged);
    AccessUsage usage = calls.usage();
    return usage == null ? patient : new UsageInterceptor(usage::count, patient);
  }

  private LogSink log() {
    Consumer<String> reader = calls.logReader();
    return reader == null ? LogSink.ofLogger() : LogSink.to(reader);
  }

  void close() {
    closed.set(true);
    waiting.close();
    tokens.close();
    // An interrupt does not wake a thread that reads from a socket; this does.
    tokenRequests.cancelAll();
    tokens.giveBack();
    threads.close();
    if (ownsHttp) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private AuthContext outside(@Nullable Clock clock) {
    return new AuthContext(
        clock == null ? Clocks.ofMachine() : Clocks.of(clock),
        threads.timer(),
        threads.workers(),
        () -> ThreadLocalRandom.current().nextLong(),
        reporter,
        TOKEN_PATIENCE);
  }

  private TokenProviders tokens(Settings settings, AuthContext outside) {
    return settings.credential() instanceof ClientCredentials oauth
        ? renewed(oauth, settings, outside)
        : fixed((LegacyToken) settings.credential(), outside);
  }

  private TokenProviders renewed(ClientCredentials oauth, Settings settings, AuthContext outside) {
    OkHttpClient client = HttpClients.forTokens(http, tokenRequests);
    TokenEndpoint endpoint = new TokenEndpoint(client, baseUrl.url(), oauth.id(), outside);
    SecretReader secrets = new SecretReader(oauth.secret(), ClientCredentials::checked, outside);
    TokenStore store = settings.tokenStore();
    SecretKey key = settings.tokenKey();
    Function<Scope, TokenProvider> source =
        scope ->
            store == null || key == null
                ? CachingTokenProvider.of(endpoint, secrets, scope, outside)
                : CachingTokenProvider.shared(endpoint, secrets, scope, outside, store, key);
    return oauth.isNarrowed()
        ? TokenProviders.narrowed(oauth.scope(), source)
        : TokenProviders.same(oauth.scope(), source.apply(oauth.scope()));
  }

  private static TokenProviders fixed(LegacyToken legacy, AuthContext outside) {
    StaticTokenProvider source =
        new StaticTokenProvider(
            legacy.token().reveal(), legacy.scope(), legacy.expiresAt(), legacy.expiry(), outside);
    if (source.isExpired()) {
      throw new IllegalArgumentException(source.expired());
    }
    return TokenProviders.same(legacy.scope(), source);
  }
}
