package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.VisibuildException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.auth.grant.SecretReader;
import visibuild.internal.auth.grant.TokenEndpoint;
import visibuild.internal.base.Secret;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;
import visibuild.internal.time.Clocks;

/**
 * Creates token providers with clocks, scheduler, random numbers and executor that a test controls.
 * With the manual executor all work runs on the test's thread, one task after the other.
 */
public final class TokenProviderHarness {
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  public final FakeVisibuild server;
  public final ManualScheduler scheduler = new ManualScheduler();
  public final ManualExecutor manualExecutor = new ManualExecutor();
  public final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  public ExecutorService executor = manualExecutor;
  public Supplier<String> secret = () -> FakeVisibuild.CLIENT_SECRET;
  public OkHttpClient http = new OkHttpClient();
  public Duration timeout = TIMEOUT;
  public Duration wallCheckInterval = Duration.ZERO;
  public double random;

  /** Runs once, just before the clock is read, as another thread might. */
  public Runnable onNextClockReading = () -> {};

  public TokenEventPublisher eventPublisher = new TokenEventPublisher(this::hear, Runnable::run);

  public HttpUrl origin;
  public Duration requestTimeout = Duration.ofMinutes(1);
  private final SecretScan scan;

  public TokenProviderHarness(FakeVisibuild server) {
    this(server, new SecretScan());
  }

  /** A harness whose events and failures are read for secrets. */
  public TokenProviderHarness(FakeVisibuild server, SecretScan scan) {
    this.server = server;
    this.scan = scan;
    scheduler.runDelaysBelow(SecretReader.TIMEOUT);
  }

  /** Advances both clocks and runs the work that is due by then. */
  public void advance(Duration duration) {
    server.clock.advance(duration);
    scheduler.advance(duration);
  }

  public AuthContext context() {
    return new AuthContext(
        new Clocks(server.clock, this::nanos, wallCheckInterval),
        scheduler,
        executor,
        new FixedRandom(random),
        eventPublisher,
        timeout);
  }

  private long nanos() {
    Runnable meanwhile = onNextClockReading;
    onNextClockReading = () -> {};
    meanwhile.run();
    return scheduler.nanos();
  }

  public TokenEndpoint endpoint(AuthContext context) {
    OkHttpClient client =
        HttpClients.forTokens(http, new Dispatcher(executor), new ConnectionMonitor())
            .newBuilder()
            .callTimeout(requestTimeout)
            .build();
    HttpUrl target = origin == null ? server.url("/") : origin;
    return new TokenEndpoint(client, target, FakeVisibuild.CLIENT_ID, context);
  }

  public CachingTokenProvider provider(Scope scope) {
    return provider(scope, secret);
  }

  /** A provider whose secret comes from {@code supplier}. */
  public CachingTokenProvider provider(Supplier<String> supplier) {
    return provider(Scope.READ, supplier);
  }

  private CachingTokenProvider provider(Scope scope, Supplier<String> supplier) {
    AuthContext context = context();
    return new CachingTokenProvider(grant(context, scope, supplier), scope, context);
  }

  /** Creates a grant with the secret of {@code supplier}. */
  public ClientCredentialsGrant grant(AuthContext context, Scope scope, Supplier<String> supplier) {
    SecretReader secrets = new SecretReader(supplier, Secret::ofUnchecked, context);
    return new ClientCredentialsGrant(endpoint(context), secrets, scope);
  }

  public CachingTokenProvider provider() {
    return provider(Scope.READ);
  }

  public AccessToken token(TokenProvider provider) throws IOException {
    return scan.watch(provider.token(call()));
  }

  /** Returns the failure that a call gets instead of a token. */
  public Throwable failure(TokenProvider provider) {
    return failure(provider, call());
  }

  public Throwable failure(TokenProvider provider, Call call) {
    return scan.watch(catchThrowable(() -> provider.token(call)));
  }

  /** Returns the same for a call that OkHttp makes, and cancels at its timeout. */
  public Throwable failureOfMadeCall(TokenProvider provider, OkHttpClient client) {
    OkHttpClient tokenClient =
        client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  throw new AssertionError(provider.token(chain.call()));
                })
            .build();
    return scan.watch(catchThrowable(() -> call(tokenClient).execute()));
  }

  /** Returns the {@code Authorization} header that a call gets. */
  public String authorization(TokenProvider provider) throws IOException {
    return token(provider).authorization();
  }

  private void hear(TokenEvent event) {
    events.add(scan.watch(event));
    if (event instanceof TokenEvent.Failed failed) {
      VisibuildException unused = scan.watch(failed.failure());
    }
  }

  public Call call() {
    return call(new OkHttpClient());
  }

  public Call call(OkHttpClient client) {
    return client.newCall(new Request.Builder().url(server.url("/api/core/v1/projects")).build());
  }

  /** Creates a call that counts {@code waits} down once it waits for a refresh in progress. */
  public Call callThatWaits(OkHttpClient client, CountDownLatch waits) {
    Call call = call(client);
    return (Call)
        Proxy.newProxyInstance(
            Call.class.getClassLoader(),
            new Class<?>[] {Call.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isCanceled")) {
                waits.countDown();
              }
              return method.invoke(call, arguments);
            });
  }

  public int requests() {
    return server.tokenRequests().size();
  }

  public <E extends TokenEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
