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
 * Token sources in a world that a test rules: its clocks, timer, chance and threads. With the held
 * executor everything happens in the thread of the test, one thing after the other.
 */
public final class TokenProviderHarness {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  public final FakeVisibuild server;
  public final ManualTimer timer = new ManualTimer();
  public final ManualExecutor held = new ManualExecutor();
  public final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  public ExecutorService threads = held;
  public Supplier<String> secret = () -> FakeVisibuild.CLIENT_SECRET;
  public OkHttpClient http = new OkHttpClient();
  public Duration patience = PATIENCE;
  public Duration wallCheckInterval = Duration.ZERO;
  public double chance;

  /** What another thread does just when somebody looks at the time; once. */
  public Runnable atNextLook = () -> {};

  public TokenEventPublisher reporter = new TokenEventPublisher(this::hear, Runnable::run);

  public HttpUrl origin;
  public Duration requestPatience = Duration.ofMinutes(1);
  private final SecretScan scan;

  public TokenProviderHarness(FakeVisibuild server) {
    this(server, new SecretScan());
  }

  /** A rig whose events and failures are read for secrets. */
  public TokenProviderHarness(FakeVisibuild server, SecretScan scan) {
    this.server = server;
    this.scan = scan;
    timer.hurry(SecretReader.TIMEOUT);
  }

  /** Both clocks go on, and what is due by then is done. */
  public void advance(Duration duration) {
    server.clock.advance(duration);
    timer.advance(duration);
  }

  public AuthContext outside() {
    return new AuthContext(
        new Clocks(server.clock, this::nanos, wallCheckInterval),
        timer,
        threads,
        new FixedRandom(chance),
        reporter,
        patience);
  }

  private long nanos() {
    Runnable meanwhile = atNextLook;
    atNextLook = () -> {};
    meanwhile.run();
    return timer.nanos();
  }

  public TokenEndpoint endpoint(AuthContext outside) {
    OkHttpClient client =
        HttpClients.forTokens(http, new Dispatcher(threads), new ConnectionMonitor())
            .newBuilder()
            .callTimeout(requestPatience)
            .build();
    HttpUrl target = origin == null ? server.url("/") : origin;
    return new TokenEndpoint(client, target, FakeVisibuild.CLIENT_ID, outside);
  }

  public CachingTokenProvider source(Scope scope) {
    return source(scope, secret);
  }

  /** A source whose secret comes from {@code supplier}. */
  public CachingTokenProvider source(Supplier<String> supplier) {
    return source(Scope.READ, supplier);
  }

  private CachingTokenProvider source(Scope scope, Supplier<String> supplier) {
    AuthContext outside = outside();
    return new CachingTokenProvider(grant(outside, scope, supplier), scope, outside);
  }

  /** A way to the token endpoint with the secret of {@code supplier}. */
  public ClientCredentialsGrant grant(AuthContext outside, Scope scope, Supplier<String> supplier) {
    SecretReader secrets = new SecretReader(supplier, Secret::ofUnchecked, outside);
    return new ClientCredentialsGrant(endpoint(outside), secrets, scope);
  }

  public CachingTokenProvider source() {
    return source(Scope.READ);
  }

  public AccessToken token(TokenProvider source) throws IOException {
    return scan.watch(source.token(call()));
  }

  /** What a call gets instead of a token. */
  public Throwable failure(TokenProvider source) {
    return failure(source, call());
  }

  public Throwable failure(TokenProvider source, Call call) {
    return scan.watch(catchThrowable(() -> source.token(call)));
  }

  /** The same for a call that OkHttp makes, and ends when its time is over. */
  public Throwable failureOfMadeCall(TokenProvider source, OkHttpClient client) {
    OkHttpClient asking =
        client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  throw new AssertionError(source.token(chain.call()));
                })
            .build();
    return scan.watch(catchThrowable(() -> call(asking).execute()));
  }

  /** The {@code Authorization} that a call gets. */
  public String authorization(TokenProvider source) throws IOException {
    return token(source).authorization();
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

  /** A call that counts {@code waits} down once it waits for a token that is on its way. */
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
