package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import visibuild.adapter.TranslatingAdapters;
import visibuild.auth.FixedTokenSource;
import visibuild.auth.RenewingTokenSource;
import visibuild.auth.TokenEndpoint;
import visibuild.auth.TokenSources;
import visibuild.http.HttpClients;
import visibuild.http.HttpLog;
import visibuild.http.OptionedCalls;
import visibuild.http.Origin;
import visibuild.http.UserAgent;
import visibuild.json.EnvelopeConverterFactory;
import visibuild.json.Json;
import visibuild.retry.Backoff;
import visibuild.retry.CallWaiting;
import visibuild.retry.Pace;
import visibuild.retry.RetryInterceptor;

/** Puts the inner rooms together for one connection, and takes them apart. */
final class Wiring {
  private final BaseUrl baseUrl;
  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final ObjectMapper mapper;
  private final Dispatcher tokenRequests = new Dispatcher(tokenThreads());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final TokenSources tokens;
  private final CallSettings calls;
  private final Pace pace;

  Wiring(
      BaseUrl baseUrl,
      Credential credential,
      @Nullable OkHttpClient httpClient,
      @Nullable ObjectMapper objectMapper,
      Clock clock,
      CallSettings calls) {
    this.baseUrl = baseUrl;
    this.http = httpClient == null ? HttpClients.standard() : httpClient;
    this.ownsHttp = httpClient == null;
    ObjectMapper given = objectMapper == null ? Json.mapper() : objectMapper;
    this.mapper = calls.readsSnakeCase() ? Json.readingSnakeCase(given) : given;
    this.tokens = tokens(credential, clock);
    this.calls = calls;
    this.pace = new Pace(calls.interval(), clock);
  }

  static ObjectMapper newObjectMapper() {
    return Json.mapper();
  }

  BaseUrl baseUrl() {
    return baseUrl;
  }

  /** What implements calls that go no further than {@code limit}. */
  Retrofit retrofit(Scope limit) {
    OkHttpClient patient = patient();
    String agent = UserAgent.of(calls.program());
    Retrofit.Builder retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl.url())
            .callFactory(
                new OptionedCalls(
                    HttpClients.forApi(patient, baseUrl.url(), limit, tokens, agent, closed)))
            .addCallAdapterFactory(new TranslatingAdapters());
    calls.adapters().forEach(retrofit::addCallAdapterFactory);
    return retrofit
        .addConverterFactory(new EnvelopeConverterFactory(mapper, calls.readsSnakeCase()))
        .addConverterFactory(JacksonConverterFactory.create(mapper))
        .build();
  }

  /** The client, whose calls keep the pace and are repeated. */
  private OkHttpClient patient() {
    OkHttpClient.Builder client = http.newBuilder();
    if (calls.timeout() != null) {
      client.callTimeout(calls.timeout());
    }
    Origin origin = Origin.of(baseUrl.url());
    Backoff backoff = new Backoff(ThreadLocalRandom::current);
    client.addInterceptor(
        new RetryInterceptor(origin, calls.retries(), pace, backoff, new CallWaiting()));
    if (HttpLog.isWanted()) {
      client.addInterceptor(new HttpLog(origin));
    }
    return client.build();
  }

  void close() {
    closed.set(true);
    // An interrupt does not wake a thread that reads from a socket; this does.
    tokenRequests.cancelAll();
    tokenRequests.executorService().shutdown();
    if (ownsHttp) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private TokenSources tokens(Credential credential, Clock clock) {
    if (credential instanceof ClientCredentials oauth) {
      OkHttpClient client = HttpClients.forTokens(http, tokenRequests);
      TokenEndpoint endpoint =
          new TokenEndpoint(
              client, baseUrl.url(), oauth.id(), () -> oauth.secret().reveal(), clock);
      return TokenSources.narrowed(
          oauth.scope(),
          scope -> new RenewingTokenSource(endpoint, scope, clock, HttpClients.TOKEN_PATIENCE));
    }
    LegacyToken legacy = (LegacyToken) credential;
    FixedTokenSource source =
        new FixedTokenSource(
            legacy.token().reveal(), legacy.scope(), legacy.expiresAt(), legacy.expiry(), clock);
    if (source.isExpired()) {
      throw new IllegalArgumentException(source.expired());
    }
    return TokenSources.same(legacy.scope(), source);
  }

  /**
   * Threads that end when idle and keep no program alive; none is started before it is needed.
   * There is no bound on them here, since there is one request at a time for each scope.
   */
  private static ExecutorService tokenThreads() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "visibuild-token");
          thread.setDaemon(true);
          return thread;
        });
  }
}
