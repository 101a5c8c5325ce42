package visibuild.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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
  void theTokenServesWithoutRenewalForThreeQuartersOfItsLife() {
    RenewingTokenSource source = sourceWithToken();

    server.clock.advance(DUE.minusMillis(1));

    assertThat(source.token().authorization()).isEqualTo(FIRST);
    assertThat(server.tokenRequests()).hasSize(1);
  }

  @Test
  void theOldTokenServesWhileTheNextIsFetched() {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();

    server.clock.advance(DUE);

    assertThat(source.token().authorization()).isEqualTo(FIRST);
    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void theNextTokenServesOnceItIsThere() {
    RenewingTokenSource source = sourceWithToken();
    server.clock.advance(DUE);
    source.token();

    assertThat(source.token().authorization()).isEqualTo(SECOND);
  }

  @Test
  void oneRenewalRunsAtATime() {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();
    server.clock.advance(DUE);

    source.token();
    source.token();

    assertThat(executor.heldCount()).isEqualTo(1);
  }

  @Test
  void aFailedRenewalKeepsTheTokenThatIsValid() {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    source.token();

    assertThat(source.token().authorization()).isEqualTo(FIRST);
  }

  @Test
  void afterAFailedRenewalThereIsAPause() {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    source.token();

    server.clock.advance(Duration.ofMillis(9_999));
    source.token();

    assertThat(server.tokenRequests()).hasSize(2);
  }

  @Test
  void afterThePauseTheRenewalIsTriedAgain() {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));
    server.clock.advance(DUE);
    source.token();

    server.clock.advance(Duration.ofSeconds(10));
    source.token();

    assertThat(server.tokenRequests()).hasSize(3);
  }

  @Test
  void theTokenServesUntilAMinuteBeforeItsEnd() {
    RenewingTokenSource source = sourceWithToken();
    executor.hold();

    server.clock.advance(Duration.ofMinutes(59).minusMillis(1));

    assertThat(source.token().authorization()).isEqualTo(FIRST);
  }

  @Test
  void theTokenDoesNotServeInItsLastMinute() {
    RenewingTokenSource source = sourceWithToken();

    server.clock.advance(Duration.ofMinutes(59));

    assertThat(source.token().authorization()).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsUsedUpDoesNotServeWhereThereIsNoOther() {
    RenewingTokenSource source = sourceWithToken();
    server.tokens(request -> Replies.empty(503));

    server.clock.advance(Duration.ofMinutes(59));

    assertThatThrownBy(source::token).isInstanceOf(ServerException.class);
  }

  @Test
  void aDroppedTokenIsReplaced() {
    RenewingTokenSource source = sourceWithToken();

    source.drop(source.token());

    assertThat(source.token().authorization()).isEqualTo(SECOND);
  }

  @Test
  void toDropATokenThatWasReplacedChangesNothing() {
    RenewingTokenSource source = sourceWithToken();
    AccessToken first = source.token();
    source.drop(first);
    source.token();

    source.drop(first);

    assertThat(source.token().authorization()).isEqualTo(SECOND);
  }

  @Test
  void aCallWaitsForATokenNoLongerThanItsPatience() {
    executor.hold();

    assertThatThrownBy(source(Duration.ZERO)::token)
        .isInstanceOf(ConnectionException.class)
        .hasMessage("No token came from Visibuild within 0 s.");
  }

  @Test
  void anInterruptedThreadWaitsForNoToken() {
    executor.hold();
    Thread.currentThread().interrupt();

    assertThatThrownBy(source(Duration.ofMinutes(1))::token)
        .isInstanceOf(ConnectionException.class);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void whereNoThreadCanFetchATokenNobodyIsLeftWaiting() {
    executor.shutdown();

    assertThatThrownBy(source(Duration.ofMinutes(1))::token)
        .isInstanceOf(ConnectionException.class);
  }

  private RenewingTokenSource sourceWithToken() {
    RenewingTokenSource source = source(Duration.ofMinutes(1));
    assertThat(source.token().authorization()).isEqualTo(FIRST);
    return source;
  }

  private RenewingTokenSource source(Duration patience) {
    OkHttpClient http = new OkHttpClient.Builder().dispatcher(new Dispatcher(executor)).build();
    TokenEndpoint endpoint =
        new TokenEndpoint(http, server.url("/"), "id", () -> "secret", server.clock);
    return new RenewingTokenSource(endpoint, Scope.READ, server.clock, patience);
  }
}
