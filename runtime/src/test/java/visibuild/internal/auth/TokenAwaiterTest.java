package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ConnectionException;
import visibuild.RateLimitedException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/**
 * The time that a call waits for a token: at most its own timeout, by OkHttp's clock, and that of
 * the refresh, by the clock that was passed in. That clock stands still unless a test moves it.
 */
@Timeout(180)
class TokenAwaiterTest {
  private static final Duration ALLOWED = Duration.ofSeconds(15);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final TokenThreads real = new TokenThreads();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @BeforeEach
  void letTimeStand() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.executor = real.workers();
  }

  @AfterEach
  void endThreads() {
    go.countDown();
    real.close();
  }

  @Test
  void aTimeoutOfTheCallEndsTheWaitByOkHttpsOwnClock() {
    hold(server::grant);
    OkHttpClient impatient = new OkHttpClient.Builder().callTimeout(Duration.ofMillis(50)).build();

    assertThat(harness.failureOfMadeCall(harness.provider(), impatient))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("timeout");
  }

  @Test
  void timeThatAnEarlierInterceptorTookIsNotGivenAgain() {
    hold(server::grant);
    OkHttpClient late =
        new OkHttpClient.Builder()
            .callTimeout(Duration.ofMillis(50))
            .addInterceptor(TokenAwaiterTest::takeAllTime)
            .build();

    assertThat(harness.failureOfMadeCall(harness.provider(), late))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("timeout");
  }

  @Test
  void aCallWithoutATimeoutWaitsAsLongAsTheRefreshLastsByTheClockPassedIn() throws Exception {
    hold(server::grant);
    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Throwable> waiting = failing(provider, harness.call());
    asked.await();
    harness.scheduler.awaitDelay(TokenProviderHarness.TIMEOUT);

    harness.scheduler.advance(TokenProviderHarness.TIMEOUT);

    assertThat(waiting.get(60, SECONDS))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("No token came from Visibuild within 30 s.");
  }

  @Test
  void whileThatClockStandsStillItWaitsOn() throws Exception {
    hold(server::grant);
    harness.timeout = Duration.ofNanos(1);
    CachingTokenProvider provider = harness.provider();
    CompletableFuture<Object> waiting = Threads.started(() -> harness.authorization(provider));
    asked.await();

    go.countDown();

    assertThat(waiting.get(60, SECONDS)).isEqualTo("Bearer token-1");
  }

  @Test
  void aPauseBeyondWhatIsLeftOfTheWaitIsNotBegun() throws Exception {
    hold(request -> limited("7"));
    CountDownLatch waits = new CountDownLatch(1);
    OkHttpClient patient = new OkHttpClient.Builder().callTimeout(ALLOWED).build();
    CachingTokenProvider provider = harness.provider();
    Call call = harness.callThatWaits(patient, waits);
    CompletableFuture<Throwable> waiting = failing(provider, call);
    asked.await();
    waits.await();

    harness.scheduler.advance(Duration.ofSeconds(9));
    go.countDown();

    assertThat(waiting.get(60, SECONDS))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            failure -> assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aCallThatIsCancelledInAPauseReportsWhatItWaitedFor() throws Exception {
    server.tokens(request -> limited("7"));
    CachingTokenProvider provider = harness.provider();
    CountDownLatch looks = new CountDownLatch(Integer.MAX_VALUE);
    Call call = harness.callThatWaits(new OkHttpClient(), looks);
    CompletableFuture<Throwable> waiting = failing(provider, call);
    harness.scheduler.awaitDelay(Duration.ofSeconds(7));
    // When it has looked twice from now on, it waits for the end of the pause.
    long before = looks.getCount();
    Threads.await(() -> looks.getCount() <= before - 2);

    call.cancel();

    assertThat(waiting.get(60, SECONDS))
        .isInstanceOf(IOException.class)
        .hasMessage("Canceled")
        .hasCauseInstanceOf(RateLimitedException.class);
  }

  private CompletableFuture<Throwable> failing(CachingTokenProvider provider, Call call) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    new Thread(() -> failure.complete(harness.failure(provider, call))).start();
    return failure;
  }

  /** Responds to no token request before the test says so. */
  private void hold(FakeVisibuild.Reply reply) {
    server.tokens(
        request -> {
          asked.countDown();
          go.await();
          return reply.to(request);
        });
  }

  private static MockResponse limited(String retryAfter) {
    return Replies.empty(429).newBuilder().setHeader("Retry-After", retryAfter).build();
  }

  /** Goes on when the call has timed out. */
  private static Response takeAllTime(Interceptor.Chain chain) throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    chain
        .call()
        .addEventListener(
            new EventListener() {
              @Override
              public void canceled(Call call) {
                over.countDown();
              }
            });
    try {
      assertThat(chain.call().isCanceled() || over.await(30, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    return chain.proceed(chain.request());
  }
}
