package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.ServerException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** The times at which a token is requested, and the calls that wait for it. Tokens live an hour. */
class CachingTokenProviderTest {
  private static final String FIRST = "Bearer token-1";
  private static final String SECOND = "Bearer token-2";
  private static final Duration DUE = Duration.ofMinutes(45);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);
  private final ManualExecutor executor = harness.manualExecutor;

  @Test
  void theTokenServesWithoutRenewalForThreeQuartersOfItsLife() throws Exception {
    CachingTokenProvider provider = sourceWithToken();

    harness.advance(DUE.minusMillis(1));

    assertThat(token(provider).authorization()).isEqualTo(FIRST);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void noTimerRunsOnceATokenIsThere() throws Exception {
    CachingTokenProvider unused = sourceWithToken();

    assertThat(harness.scheduler.pending()).isZero();
  }

  @Test
  void theOldTokenServesWhileTheNextIsFetched() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    executor.pause();

    harness.advance(DUE);

    assertThat(token(provider).authorization()).isEqualTo(FIRST);
    assertThat(executor.pendingCount()).isEqualTo(1);
  }

  @Test
  void theNextTokenServesOnceItIsThere() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    harness.advance(DUE);
    token(provider);

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  @Test
  void oneRenewalRunsAtATime() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    executor.pause();
    harness.advance(DUE);

    token(provider);
    token(provider);

    assertThat(executor.pendingCount()).isEqualTo(1);
  }

  @Test
  void aFailedRenewalKeepsTheTokenThatIsValid() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    harness.advance(DUE);
    token(provider);

    assertThat(token(provider).authorization()).isEqualTo(FIRST);
  }

  @Test
  void afterAFailedRenewalThereIsAPause() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    harness.advance(DUE);
    token(provider);

    harness.advance(Duration.ofMillis(999));
    token(provider);

    assertThat(server.tokenRequests()).as("one, and three tries").hasSize(4);
  }

  @Test
  void afterThePauseTheRenewalIsTriedAgain() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    harness.advance(DUE);
    token(provider);

    harness.advance(Duration.ofSeconds(1));
    token(provider);

    assertThat(server.tokenRequests()).as("one, and twice three tries").hasSize(7);
  }

  @Test
  void theTokenServesUntilAMinuteBeforeItsEnd() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    executor.pause();

    harness.advance(Duration.ofMinutes(59).minusMillis(1));

    assertThat(token(provider).authorization()).isEqualTo(FIRST);
  }

  @Test
  void theTokenDoesNotServeInItsLastMinute() throws Exception {
    CachingTokenProvider provider = sourceWithToken();

    harness.advance(Duration.ofMinutes(59));

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsUsedUpDoesNotServeWhereThereIsNoOther() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    server.tokens(request -> Replies.empty(503));

    harness.advance(Duration.ofMinutes(59));

    assertThatThrownBy(() -> token(provider)).isInstanceOf(ServerException.class);
  }

  @Test
  void aDroppedTokenIsReplaced() throws Exception {
    CachingTokenProvider provider = sourceWithToken();

    provider.invalidate(token(provider));

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  @Test
  void toDropATokenThatWasReplacedChangesNothing() throws Exception {
    CachingTokenProvider provider = sourceWithToken();
    AccessToken first = token(provider);
    provider.invalidate(first);
    token(provider);

    provider.invalidate(first);

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aCallWaitsForATokenNoLongerThanItsPatience() throws Exception {
    executor.pause();

    assertThatThrownBy(() -> token(provider(Duration.ZERO)))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "No token came from Visibuild within 0 s. It was needed for GET /api/core/v1/projects.");
  }

  @Test
  void aCancelledCallWaitsForNoToken() throws Exception {
    executor.pause();
    CachingTokenProvider provider = provider(Duration.ofMinutes(1));
    Call call = harness.call();
    CompletableFuture<AccessToken> waiting = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                waiting.complete(provider.token(call));
              } catch (IOException e) {
                waiting.completeExceptionally(e);
              }
            });
    thread.start();

    call.cancel();

    assertThatThrownBy(() -> waiting.get(60, SECONDS))
        .hasRootCauseMessage("Canceled")
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void everyCallHasAnExceptionOfItsOwn() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider provider = provider(Duration.ofMinutes(1));

    Throwable first = catchThrowable(() -> token(provider));
    Throwable second = catchThrowable(() -> token(provider));

    assertThat(first)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageEndingWith("It was needed for GET /api/core/v1/projects.");
    assertThat(second).isNotSameAs(first).hasSameClassAs(first).hasMessage(first.getMessage());
    assertThat(second.getStackTrace()).extracting("className").contains(getClass().getName());
  }

  @Test
  void aWrongSecretIsNotSentAgainAtOnce() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider provider = provider(Duration.ofMinutes(1));

    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> token(provider)).isInstanceOf(AuthenticationException.class);
    }

    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void aWrongSecretIsTriedAgainAfterFiveMinutes() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider provider = provider(Duration.ofMinutes(1));
    assertThatThrownBy(() -> token(provider)).isInstanceOf(AuthenticationException.class);
    server.tokens(server::grant);

    harness.advance(Duration.ofMinutes(5));

    assertThat(token(provider).authorization()).isEqualTo(FIRST);
  }

  @Test
  void anInterruptedThreadWaitsForNoToken() throws Exception {
    executor.pause();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> token(provider(Duration.ofMinutes(1))))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void whereNoThreadCanFetchATokenNoCallIsLeftWaiting() throws Exception {
    executor.shutdown();

    assertThatThrownBy(() -> token(provider(Duration.ofMinutes(1))))
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void aTokenThatWasJustSeenToBeValidIsNotServedOnceItWasRefused() throws Exception {
    CachingTokenProvider provider = sourceThatSeldomReadsTheWallClock();

    provider.invalidate(token(provider));

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatWasJustSeenToBeValidIsNotServedOnceTheNextIsThere() throws Exception {
    CachingTokenProvider provider = sourceThatSeldomReadsTheWallClock();
    harness.advance(DUE);
    executor.pause();
    assertThat(token(provider).authorization()).isEqualTo(FIRST);

    executor.runPending();

    assertThat(token(provider).authorization()).isEqualTo(SECOND);
  }

  /** A provider that reads the wall clock four times a second only. */
  private CachingTokenProvider sourceThatSeldomReadsTheWallClock() throws Exception {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = sourceWithToken();
    assertThat(token(provider).authorization()).isEqualTo(FIRST);
    return provider;
  }

  private CachingTokenProvider sourceWithToken() throws Exception {
    CachingTokenProvider provider = provider(Duration.ofMinutes(1));
    assertThat(token(provider).authorization()).isEqualTo(FIRST);
    return provider;
  }

  private AccessToken token(TokenProvider provider) throws IOException {
    return harness.token(provider);
  }

  private CachingTokenProvider provider(Duration patience) {
    harness.timeout = patience;
    return harness.provider();
  }
}
