package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;
import visibuild.internal.adapter.ErrorMappingCallAdapterFactory;
import visibuild.internal.error.TransportErrors;
import visibuild.internal.event.CallEventPublisher;
import visibuild.internal.event.Repetition;
import visibuild.internal.http.BearerInterceptor;
import visibuild.internal.http.CallInterceptor;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;
import visibuild.internal.http.Origin;
import visibuild.internal.http.RequestOptionsCallFactory;
import visibuild.internal.http.RequiredLibraries;
import visibuild.internal.http.ResponseSizeLimit;
import visibuild.internal.http.ScopeLimit;
import visibuild.internal.http.TrackingCallFactory;
import visibuild.internal.http.UsageInterceptor;
import visibuild.internal.http.UserAgent;
import visibuild.internal.json.EnvelopeConverterFactory;
import visibuild.internal.json.ObjectMappers;
import visibuild.internal.log.HttpLog;
import visibuild.internal.log.LogSink;
import visibuild.internal.retry.CancellableSleeper;
import visibuild.internal.retry.ObservedSleeper;
import visibuild.internal.retry.RateLimits;
import visibuild.internal.retry.RetryInterceptor;
import visibuild.internal.retry.RetryLog;
import visibuild.internal.retry.RetryPolicy;
import visibuild.internal.retry.SpentRetries;
import visibuild.internal.time.Clocks;
import visibuild.internal.time.ExponentialBackoff;

/** Assembles the parts of one connection, and closes them. */
final class Components {
  // ThreadLocalRandom would need a lambda: another class that the JVM makes at the first call.
  static final RandomGenerator RANDOM = new Random();

  private final ConnectionConfig config;
  private final OkHttpClient http;
  private final ObjectMapper mapper;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ConnectionTokens tokens;
  private final RateLimits rateLimits;
  private final RetryLog retryLog = RetryLog.ofLogger();
  private final ConnectionMonitor connections = new ConnectionMonitor();
  private final CancellableSleeper sleeper = new CancellableSleeper();
  private final SpentRetries spentRetries = new SpentRetries();
  private final ClientRegistry clients;

  Components(ConnectionConfig config) {
    RequiredLibraries.check();
    this.config = config;
    this.http = HttpClients.guarded(config.newOrGivenClient());
    this.clients = new ClientRegistry(config.clientAuthorizer(), config.accessUsage());
    this.mapper = mapper(config);
    this.tokens = new ConnectionTokens(config, http, connections);
    this.rateLimits = new RateLimits(config.rateLimitInterval(), Clocks.MACHINE_NANOS, retryLog);
  }

  private static ObjectMapper mapper(ConnectionConfig config) {
    ObjectMapper given = config.objectMapper();
    ObjectMapper mapper = given == null ? ObjectMappers.mapper() : given;
    return config.readsSnakeCase() ? ObjectMappers.readingSnakeCase(mapper) : mapper;
  }

  static ObjectMapper newObjectMapper() {
    return ObjectMappers.mapper();
  }

  ClientRegistry clients() {
    return clients;
  }

  /** Returns a Retrofit whose calls need {@code limit} at most. */
  Retrofit retrofit(Scope limit) {
    HttpUrl baseUrl = config.baseUrl().url();
    Origin origin = Origin.of(baseUrl);
    Retrofit.Builder retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(callFactory(origin, limit))
            .addCallAdapterFactory(
                new ErrorMappingCallAdapterFactory(retryPolicy(), config.callListener() != null));
    for (CallAdapter.Factory factory : config.callAdapterFactories()) {
      retrofit.addCallAdapterFactory(factory);
    }
    return retrofit
        .addConverterFactory(new EnvelopeConverterFactory(mapper, config.readsSnakeCase()))
        .build();
  }

  private Call.Factory callFactory(Origin origin, Scope limit) {
    CallListener listener = config.callListener();
    ScopeLimit scopeLimit = new ScopeLimit(limit, tokens.providers().declaredScope());
    Call.Factory calls =
        HttpClients.forApi(
            timed(),
            origin,
            scopeLimit,
            interceptors(origin, scopeLimit),
            connections,
            config.callFactory(),
            listener != null,
            closed);
    Call.Factory withOptions =
        new RequestOptionsCallFactory(
            config.accessUsage() == null ? calls : Repetition.markable(calls));
    return listener == null
        ? withOptions
        : new TrackingCallFactory(withOptions, new CallEventPublisher(listener));
  }

  private OkHttpClient timed() {
    Duration timeout = config.callTimeout();
    return timeout == null ? http : http.newBuilder().callTimeout(timeout).build();
  }

  /**
   * Returns the chain of one call: usage, then rate limit and retry, and for each attempt the log
   * and the token.
   */
  private CallInterceptor interceptors(Origin origin, ScopeLimit limit) {
    String agent = UserAgent.of(config.program());
    CallInterceptor bearer =
        new BearerInterceptor(origin, limit, tokens.providers(), tokens.events(), agent);
    LogSink log = logSink();
    CallInterceptor logged =
        log.isOpen() ? new HttpLog(origin, config.logLevel(), log, bearer) : bearer;
    CallInterceptor retrying =
        new RetryInterceptor(origin, retryPolicy(), rateLimits, connections, logged);
    AccessUsage usage = config.accessUsage();
    CallInterceptor counted =
        usage == null ? retrying : new UsageInterceptor(usage::count, retrying);
    return new ResponseSizeLimit(config.maxResponseBytes(), counted);
  }

  private RetryPolicy retryPolicy() {
    return new RetryPolicy(
        config.retries(),
        config.maxWait(),
        new ExponentialBackoff(
            Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(30), RANDOM),
        config.callListener() == null ? sleeper : new ObservedSleeper(sleeper),
        retryLog,
        spentRetries);
  }

  private LogSink logSink() {
    Consumer<String> reader = config.logReader();
    return reader == null ? LogSink.ofLogger() : LogSink.to(reader);
  }

  /** Waits for a token as a read would, without sending a call. */
  void checkToken() {
    HttpUrl baseUrl = config.baseUrl().url();
    Call call = timed().newCall(new Request.Builder().url(baseUrl).build());
    try {
      tokens.providers().narrowest(Scope.READ).token(call);
    } catch (IOException e) {
      throw TransportErrors.of(e, "The token check", baseUrl, call.isCanceled());
    }
  }

  void close() {
    closed.set(true);
    sleeper.close();
    tokens.close();
    if (config.ownsClient()) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }
}
