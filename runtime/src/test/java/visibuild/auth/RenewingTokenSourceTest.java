package visibuild.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.ServerException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** When a token is asked for, and who waits for it. Tokens live an hour. */
class RenewingTokenSourceTest {
  private static final String FIRST = "Bearer token-1";
  private static final String SECOND = "Bearer token-2";
  private static final Duration DUE = Duration.ofMinutes(45);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final HeldExecutor executor = new HeldExecutor();

  @Test
  void theTokenServesWithoutRenewalForThreeQuartersOfItsLife() throws Exception {
    RenewingTokenSource source = sourceWithToken();

    server.clock.advance(DUE.minusMillis(1));

    assertThat(token(source).authorization()).isEqualTo(FIRST);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void theOldTokenServesWhileTheNextIsFetched() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();

    server.clock.advance(DUE);

    assertThat(token(source).authorization()).isEqualTo(FIRST);
    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void theNextTokenServesOnceItIsThere() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    server.clock.advance(DUE);
    token(source);

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void oneRenewalRunsAtATime() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();
    server.clock.advance(DUE);

    token(source);
    token(source);

    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void aFailedRenewalKeepsTheTokenThatIsValid() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    token(source);

    assertThat(token(source).authorization()).isEqualTo(FIRST);
  }

  @Test
  void afterAFailedRenewalThereIsAPause() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    token(source);

    server.clock.advance(Duration.ofMillis(9_999));
    token(source);

    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void afterThePauseTheRenewalIsTriedAgain() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    token(source);

    server.clock.advance(Duration.ofSeconds(10));
    token(source);

    assertThat(server.tokenRequests()).hasSize(3);
  }

  @Test
  void theTokenServesUntilAMinuteBeforeItsEnd() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();

    server.clock.advance(Duration.ofMinutes(59).minusMillis(1));

    assertThat(token(source).authorization()).isEqualTo(FIRST);
  }

  @Test
  void theTokenDoesNotServeInItsLastMinute() throws Exception {
    RenewingTokenSource source = sourceWithToken();

    server.clock.advance(Duration.ofMinutes(59));

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsUsedUpDoesNotServeWhereThereIsNoOther() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));

    server.clock.advance(Duration.ofMinutes(59));

    assertThatThrownBy(() -> token(source)).isInstanceOf(ServerException.class);
  }

  @Test
  void aDroppedTokenIsReplaced() throws Exception {
    RenewingTokenSource source = sourceWithToken();

    source.drop(token(source));

    assertThat(token(source).authorization()).isEqualTo(SECOND);
  }

  @Test
  void toDropATokenThatWasReplacedChangesNothing() throws Exception {
    RenewingTokenSource source = sourceWithToken();
    AccessToken first = token(source);
    source.drop(first);
    token(source);

    source.drop(first);

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
    RenewingTokenSource source = source(Duration.ofMinutes(1));
    Call call = newCall();
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

    assertThatThrownBy(() -> waiting.get(10, SECONDS))
        .hasRootCauseMessage("Canceled")
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void everyCallHasAnExceptionOfItsOwn() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    RenewingTokenSource source = source(Duration.ofMinutes(1));

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
    RenewingTokenSource source = source(Duration.ofMinutes(1));

    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> token(source)).isInstanceOf(AuthenticationException.class);
    }

    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void aWrongSecretIsTriedAgainAfterAMinute() throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    RenewingTokenSource source = source(Duration.ofMinutes(1));
    assertThatThrownBy(() -> token(source)).isInstanceOf(AuthenticationException.class);
    server.tokens(server::grant);

    server.clock.advance(Duration.ofMinutes(1));

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

  private RenewingTokenSource sourceWithToken() throws Exception {
    RenewingTokenSource source = source(Duration.ofMinutes(1));
    assertThat(token(source).authorization()).isEqualTo(FIRST);
    return source;
  }

  private AccessToken token(TokenSource source) throws IOException {
    return source.token(newCall());
  }

  private Call newCall() {
    return new OkHttpClient()
        .newCall(new Request.Builder().url(server.url("/api/core/v1/projects")).build());
  }

  private RenewingTokenSource source(Duration patience) {
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(new Dispatcher(executor)).build();
    TokenEndpoint endpoint =
        new TokenEndpoint(http, server.url("/"), "id", () -> "secret", server.clock);
    return new RenewingTokenSource(endpoint, Scope.READ, server.clock, patience);
  }
}
