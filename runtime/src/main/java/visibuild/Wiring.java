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
import visibuild.adapter.TranslatingAdapters;
import visibuild.auth.FixedTokenSource;
import visibuild.auth.Outside;
import visibuild.auth.RenewingTokenSource;
import visibuild.auth.Reporter;
import visibuild.auth.SecretReader;
import visibuild.auth.Timekeeper;
import visibuild.auth.TokenEndpoint;
import visibuild.auth.TokenSource;
import visibuild.auth.TokenSources;
import visibuild.auth.TokenThreads;
import visibuild.http.BearerInterceptor;
import visibuild.http.CallCounting;
import visibuild.http.HttpClients;
import visibuild.http.OptionedCalls;
import visibuild.http.Origin;
import visibuild.http.Step;
import visibuild.http.UserAgent;
import visibuild.json.EnvelopeConverterFactory;
import visibuild.json.Json;
import visibuild.log.HttpLog;
import visibuild.log.LogSink;
import visibuild.retry.Backoff;
import visibuild.retry.CallWaiting;
import visibuild.retry.Pace;
import visibuild.retry.RetryInterceptor;

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
  private final Reporter reporter;
  private final TokenSources tokens;
  private final CallSettings calls;
  private final Pace pace;
  private final CallWaiting waiting = new CallWaiting();
  private final Clients clients;

  Wiring(Settings settings) {
    this.baseUrl = settings.baseUrl();
    this.http = settings.client();
    this.ownsHttp = settings.httpClient() == null;
    this.calls = settings.calls();
    this.clients = calls.clients();
    this.mapper = mapper(settings);
    this.reporter = new Reporter(settings.tokenListener(), threads.workers());
    this.tokens = tokens(settings, outside(settings.clock()));
    this.pace = new Pace(calls.interval(), System::nanoTime);
  }

  private static ObjectMapper mapper(Settings settings) {
    ObjectMapper given = settings.objectMapper();
    ObjectMapper mapper = given == null ? Json.mapper() : given;
    return settings.calls().readsSnakeCase() ? Json.readingSnakeCase(mapper) : mapper;
  }

  static ObjectMapper newObjectMapper() {
    return Json.mapper();
  }

  Clients clients() {
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
                new OptionedCalls(
                    HttpClients.forApi(timed(), origin, steps(origin, limit), closed)))
            .addCallAdapterFactory(new TranslatingAdapters());
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
  private Step steps(Origin origin, Scope limit) {
    String agent = UserAgent.of(calls.program());
    Step bearer = new BearerInterceptor(origin, limit, tokens, reporter, agent);
    LogSink log = log();
    Step logged = log.isOpen() ? new HttpLog(origin, calls.logLevel(), log, bearer) : bearer;
    Backoff backoff = new Backoff(ThreadLocalRandom::current);
    Step patient = new RetryInterceptor(origin, calls.retries(), pace, backoff, waiting, logged);
    AccessUsage usage = calls.usage();
    return usage == null ? patient : new CallCounting(usage::count, patient);
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

  private Outside outside(@Nullable Clock clock) {
    return new Outside(
        clock == null ? Timekeeper.ofMachine() : Timekeeper.of(clock),
        threads.timer(),
        threads.workers(),
        () -> ThreadLocalRandom.current().nextLong(),
        reporter,
        TOKEN_PATIENCE);
  }

  private TokenSources tokens(Settings settings, Outside outside) {
    return settings.credential() instanceof ClientCredentials oauth
        ? renewed(oauth, settings, outside)
        : fixed((LegacyToken) settings.credential(), outside);
  }

  private TokenSources renewed(ClientCredentials oauth, Settings settings, Outside outside) {
    OkHttpClient client = HttpClients.forTokens(http, tokenRequests);
    TokenEndpoint endpoint = new TokenEndpoint(client, baseUrl.url(), oauth.id(), outside);
    SecretReader secrets = new SecretReader(oauth.secret(), ClientCredentials::checked, outside);
    TokenStore store = settings.tokenStore();
    SecretKey key = settings.tokenKey();
    Function<Scope, TokenSource> source =
        scope ->
            store == null || key == null
                ? RenewingTokenSource.of(endpoint, secrets, scope, outside)
                : RenewingTokenSource.shared(endpoint, secrets, scope, outside, store, key);
    return oauth.isNarrowed()
        ? TokenSources.narrowed(oauth.scope(), source)
        : TokenSources.same(oauth.scope(), source.apply(oauth.scope()));
  }

  private static TokenSources fixed(LegacyToken legacy, Outside outside) {
    FixedTokenSource source =
        new FixedTokenSource(
            legacy.token().reveal(), legacy.scope(), legacy.expiresAt(), legacy.expiry(), outside);
    if (source.isExpired()) {
      throw new IllegalArgumentException(source.expired());
    }
    return TokenSources.same(legacy.scope(), source);
  }
}
