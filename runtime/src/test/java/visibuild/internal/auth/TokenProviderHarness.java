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
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;

/**
 * Token sources in a world that a test rules: its clocks, timer, chance and threads. With the held
 * executor everything happens in the thread of the test, one thing after the other.
 */
final class TokenProviderHarness {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final FakeVisibuild server;
  final ManualTimer timer = new ManualTimer();
  final ManualExecutor held = new ManualExecutor();
  final List<TokenEvent> events = new CopyOnWriteArrayList<>();
  ExecutorService threads = held;
  Supplier<String> secret = () -> FakeVisibuild.CLIENT_SECRET;
  OkHttpClient http = new OkHttpClient();
  Duration patience = PATIENCE;
  Duration trust = Duration.ZERO;
  double chance;

  /** What another thread does just when somebody looks at the time; once. */
  Runnable atNextLook = () -> {};

  TokenEventPublisher reporter = new TokenEventPublisher(this::hear, Runnable::run);

  HttpUrl origin;
  Duration requestPatience = Duration.ofMinutes(1);
  private final SecretScan scan;

  TokenProviderHarness(FakeVisibuild server) {
    this(server, new SecretScan());
  }

  /** A rig whose events and failures are read for secrets. */
  TokenProviderHarness(FakeVisibuild server, SecretScan scan) {
    this.server = server;
    this.scan = scan;
    timer.hurry(SecretReader.PATIENCE);
  }

  /** Both clocks go on, and what is due by then is done. */
  void advance(Duration duration) {
    server.clock.advance(duration);
    timer.advance(duration);
  }

  AuthContext outside() {
    return new AuthContext(
        new Clocks(server.clock, this::nanos, trust),
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

  TokenEndpoint endpoint(AuthContext outside) {
    OkHttpClient client =
        HttpClients.forTokens(http, new Dispatcher(threads), new ConnectionMonitor())
            .newBuilder()
            .callTimeout(requestPatience)
            .build();
    HttpUrl target = origin == null ? server.url("/") : origin;
    return new TokenEndpoint(client, target, FakeVisibuild.CLIENT_ID, outside);
  }

  CachingTokenProvider source(Scope scope) {
    return source(scope, secret);
  }

  /** A source whose secret comes from {@code supplier}. */
  CachingTokenProvider source(Supplier<String> supplier) {
    return source(Scope.READ, supplier);
  }

  private CachingTokenProvider source(Scope scope, Supplier<String> supplier) {
    AuthContext outside = outside();
    SecretReader secrets = new SecretReader(supplier, text -> text, outside);
    return CachingTokenProvider.of(endpoint(outside), secrets, scope, outside);
  }

  CachingTokenProvider source() {
    return source(Scope.READ);
  }

  AccessToken token(TokenProvider source) throws IOException {
    return scan.watch(source.token(call()));
  }

  /** What a call gets instead of a token. */
  Throwable failure(TokenProvider source) {
    return failure(source, call());
  }

  Throwable failure(TokenProvider source, Call call) {
    return scan.watch(catchThrowable(() -> source.token(call)));
  }

  /** The same for a call that OkHttp makes, and ends when its time is over. */
  Throwable failureOfMadeCall(TokenProvider source, OkHttpClient client) {
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
  String authorization(TokenProvider source) throws IOException {
    return token(source).authorization();
  }

  private void hear(TokenEvent event) {
    events.add(scan.watch(event));
    if (event instanceof TokenEvent.Failed failed) {
      VisibuildException unused = scan.watch(failed.failure());
    }
  }

  Call call() {
    return call(new OkHttpClient());
  }

  Call call(OkHttpClient client) {
    return client.newCall(new Request.Builder().url(server.url("/api/core/v1/projects")).build());
  }

  /** A call that counts {@code waits} down once it waits for a token that is on its way. */
  Call callThatWaits(OkHttpClient client, CountDownLatch waits) {
    Call call = call(client);
    return (Call)
        Proxy.newProxyInstance(
            Call.class.getClassLoader(),
            new Class<?>[] {Call.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("addEventListener")) {
                waits.countDown();
              }
              return method.invoke(call, arguments);
            });
  }

  int requests() {
    return server.tokenRequests().size();
  }

  <E extends TokenEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
