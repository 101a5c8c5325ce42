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

/** When a token is asked for, and who waits for it. Tokens live an hour. */
class CachingTokenProviderTest {
  private static final String FIRST = "Bearer token-1";
  private static final String SECOND = "Bearer token-2";
  private static final Duration DUE = Duration.ofMinutes(45);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness rig = new TokenProviderHarness(server);
  private final ManualExecutor executor = rig.held;

  @Test
  void theTokenServesWithoutRenewalForThreeQuartersOfItsLife() throws Exception {
    CachingTokenProvider source = sourceWithToken();

    rig.advance(DUE.minusMillis(1));

    assertThat(token(source).authorization()).isEqualTo(FIRST);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void noTimerRunsOnceATokenIsThere() throws Exception {
    CachingTokenProvider unused = sourceWithToken();

    assertThat(rig.timer.waiting()).isZero();
  }

  @Test
  void theOldTokenServesWhileTheNextIsFetched() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    executor.hold();

    rig.advance(DUE);

    assertThat(token(source).authorization()).isEqualTo(FIRST);
    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void theNextTokenServesOnceItIsThere() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    rig.advance(DUE);
    token(source);

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void oneRenewalRunsAtATime() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    executor.hold();
    rig.advance(DUE);

    token(source);
    token(source);

    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void aFailedRenewalKeepsTheTokenThatIsValid() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    rig.advance(DUE);
    token(source);

    assertThat(token(source).authorization()).isEqualTo(FIRST);
  }

  @Test
  void afterAFailedRenewalThereIsAPause() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    rig.advance(DUE);
    token(source);

    rig.advance(Duration.ofMillis(999));
    token(source);

    assertThat(server.tokenRequests()).as("one, and three tries").hasSize(4);
  }

  @Test
  void afterThePauseTheRenewalIsTriedAgain() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    rig.advance(DUE);
    token(source);

    rig.advance(Duration.ofSeconds(1));
    token(source);

    assertThat(server.tokenRequests()).as("one, and twice three tries").hasSize(7);
  }

  @Test
  void theTokenServesUntilAMinuteBeforeItsEnd() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    executor.hold();

    rig.advance(Duration.ofMinutes(59).minusMillis(1));

    assertThat(token(source).authorization()).isEqualTo(FIRST);
  }

  @Test
  void theTokenDoesNotServeInItsLastMinute() throws Exception {
    CachingTokenProvider source = sourceWithToken();

    rig.advance(Duration.ofMinutes(59));

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsUsedUpDoesNotServeWhereThereIsNoOther() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));

    rig.advance(Duration.ofMinutes(59));

    assertThatThrownBy(() -> token(source)).isInstanceOf(ServerException.class);
  }

  @Test
  void aDroppedTokenIsReplaced() throws Exception {
    CachingTokenProvider source = sourceWithToken();

    source.invalidate(token(source));

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void toDropATokenThatWasReplacedChangesNothing() throws Exception {
    CachingTokenProvider source = sourceWithToken();
    AccessToken first = token(source);
    source.invalidate(first);
    token(source);

    source.invalidate(first);

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aCallWaitsForATokenNoLongerThanItsPatience() throws Exception {
    executor.hold();

    assertThatThrownBy(() -> token(source(Duration.ZERO)))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "No token came from Visibuild within 0 s. It was needed for GET /api/core/v1/projects.");
  }

  @Test
  void aCancelledCallWaitsForNoToken() throws Exception {
    executor.hold();
    CachingTokenProvider source = source(Duration.ofMinutes(1));
    Call call = rig.call();
    CompletableFuture<AccessToken> waiting = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                waiting.complete(source.token(call));
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
    CachingTokenProvider source = source(Duration.ofMinutes(1));

    Throwable first = catchThrowable(() -> token(source));
    Throwable second = catchThrowable(() -> token(source));

    assertThat(first)
        .isInstanceOf(AuthenticationException.class)
        .hasMessageEndingWith("It was needed for GET /api/core/v1/projects.");
    assertThat(second).isNotSameAs(first).hasSameClassAs(first).hasMessage(first.getMessage());
    assertThat(second.getStackTrace()).extracting("className").contains(getClass().getName());
  }

  @Test
  void aWrongSecretIsNotSentAgainAtOnce() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider source = source(Duration.ofMinutes(1));

    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> token(source)).isInstanceOf(AuthenticationException.class);
    }

    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void aWrongSecretIsTriedAgainAfterFiveMinutes() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider source = source(Duration.ofMinutes(1));
    assertThatThrownBy(() -> token(source)).isInstanceOf(AuthenticationException.class);
    server.tokens(server::grant);

    rig.advance(Duration.ofMinutes(5));

    assertThat(token(source).authorization()).isEqualTo(FIRST);
  }

  @Test
  void anInterruptedThreadWaitsForNoToken() throws Exception {
    executor.hold();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> token(source(Duration.ofMinutes(1))))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void whereNoThreadCanFetchATokenNobodyIsLeftWaiting() throws Exception {
    executor.shutdown();

    assertThatThrownBy(() -> token(source(Duration.ofMinutes(1))))
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void aTokenThatWasJustSeenToBeValidIsNotServedOnceItWasRefused() throws Exception {
    CachingTokenProvider source = sourceThatSeldomReadsTheWallClock();

    source.invalidate(token(source));

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatWasJustSeenToBeValidIsNotServedOnceTheNextIsThere() throws Exception {
    CachingTokenProvider source = sourceThatSeldomReadsTheWallClock();
    rig.advance(DUE);
    executor.hold();
    assertThat(token(source).authorization()).isEqualTo(FIRST);

    executor.runHeld();

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  /** A source that reads the wall clock four times a second only. */
  private CachingTokenProvider sourceThatSeldomReadsTheWallClock() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider source = sourceWithToken();
    assertThat(token(source).authorization()).isEqualTo(FIRST);
    return source;
  }

  private CachingTokenProvider sourceWithToken() throws Exception {
    CachingTokenProvider source = source(Duration.ofMinutes(1));
    assertThat(token(source).authorization()).isEqualTo(FIRST);
    return source;
  }

  private AccessToken token(TokenProvider source) throws IOException {
    return rig.token(source);
  }

  private CachingTokenProvider source(Duration patience) {
    rig.patience = patience;
    return rig.source();
  }
}
