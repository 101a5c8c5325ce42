package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/** Faults 46 to 49, and 53: many callers at once, and what becomes of one of them. */
@Tag("slow")
@Timeout(180)
class TokenConcurrencyTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  private final TokenThreads real = new TokenThreads();

  @AfterEach
  void endThreads() {
    real.close();
  }

  @Test
  void thousandThreadsWithoutAToken_sendOneRequest() throws Exception {
    harness.executor = real.workers();
    CachingTokenProvider provider = harness.provider();

    List<Object> replies = Threads.atOnce(1_000, () -> harness.token(provider).authorization());

    assertThat(replies).hasSize(1_000).containsOnly("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"401, invalid_client", "429, ''"})
  void thousandThreadsAndAFailure_shareOneRequest(int status, String error) throws Exception {
    server.tokens(request -> Replies.json(status, "{\"error\":\"%s\"}".formatted(error)));
    harness.executor = real.workers();
    CachingTokenProvider provider = harness.provider();

    List<Object> replies = Threads.atOnce(1_000, () -> provider.token(harness.call()));
    harness.failure(provider);

    replies.subList(0, 10).forEach(scan::watch);
    replies.stream().map(Object::toString).distinct().forEach(scan::watch);
    assertThat(replies).hasSize(1_000).allMatch(VisibuildException.class::isInstance);
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void firstCallCancelled_otherCallsAreServed() throws Exception {
    harness.executor = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    CachingTokenProvider provider = harness.provider();
    Call cancelled = harness.call();
    OkHttpClient impatient = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(1)).build();
    CompletableFuture<Object> first = Threads.started(() -> harness.failure(provider, cancelled));
    asked.await();
    CompletableFuture<Object> second =
        Threads.started(() -> harness.failureOfMadeCall(provider, impatient));
    CompletableFuture<Object> follower =
        Threads.started(() -> harness.token(provider).authorization());

    cancelled.cancel();

    assertThat(first.get(60, SECONDS)).isInstanceOf(IOException.class);
    assertThat(second.get(60, SECONDS)).isInstanceOf(InterruptedIOException.class);
    go.countDown();
    assertThat(follower.get(60, SECONDS)).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void firstCallInterrupted_otherCallsAreServed(boolean fromTheStart) throws Exception {
    harness.executor = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread leader =
        new Thread(
            () -> {
              if (fromTheStart) {
                Thread.currentThread().interrupt();
              }
              failure.complete(harness.failure(provider));
            });
    leader.start();
    asked.await();
    CountDownLatch waits = new CountDownLatch(1);
    Call call = harness.callThatWaits(new OkHttpClient(), waits);
    CompletableFuture<Object> follower =
        Threads.started(() -> scan.watch(provider.token(call)).authorization());
    waits.await();

    leader.interrupt();

    assertThat(failure.get(60, SECONDS)).isInstanceOf(InterruptedIOException.class);
    go.countDown();
    assertThat(follower.get(60, SECONDS)).isEqualTo("Bearer token-1");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @Test
  void interruptedFollower_failsAloneAndStaysInterrupted() throws Exception {
    harness.executor = real.workers();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return server.grant(request);
        });
    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Object> other =
        Threads.started(() -> harness.token(provider).authorization());
    asked.await();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Throwable failure = harness.failure(provider);
              flag.complete(failure instanceof InterruptedIOException && Thread.interrupted());
            });
    thread.start();

    thread.interrupt();

    assertThat(flag.get(60, SECONDS)).isTrue();
    go.countDown();
    assertThat(other.get(60, SECONDS)).isEqualTo("Bearer token-1");
  }

  @Test
  void callsThatFillTheDispatcherAtExpiry_areAllServed() throws Exception {
    AtomicReference<CountDownLatch> full = new AtomicReference<>(new CountDownLatch(0));
    OkHttpClient http =
        new OkHttpClient.Builder().addInterceptor(chain -> once(full.get(), chain)).build();
    http.dispatcher().setMaxRequestsPerHost(64);
    Visibuild visibuild =
        server.open(
            server
                .builder(ClientCredentials.of("id", FakeVisibuild.CLIENT_SECRET, Scope.READ))
                .httpClient(http));
    Calls calls = visibuild.readAccess().implement(Calls.class);
    ClientCalls.execute(calls.project("p1"));
    scan.watch(visibuild);
    scan.watch(calls.project("p1"));
    server.clock.advance(Duration.ofHours(1));
    // None asks for a token before they hold all places of the dispatcher.
    full.set(new CountDownLatch(64));

    List<CompletableFuture<Project>> replies = new ArrayList<>();
    for (int i = 0; i < 69; i++) {
      replies.add(ClientCalls.async(calls.project("p1")));
    }
    for (CompletableFuture<Project> reply : replies) {
      assertThat(reply.get(60, SECONDS).id()).isEqualTo("p1");
    }

    assertThat(harness.requests()).isEqualTo(2);
    http.dispatcher().executorService().shutdown();
  }

  private static Response once(CountDownLatch full, Interceptor.Chain chain) throws IOException {
    full.countDown();
    try {
      assertThat(full.await(30, SECONDS)).as("calls at once").isTrue();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return chain.proceed(chain.request());
  }
}
