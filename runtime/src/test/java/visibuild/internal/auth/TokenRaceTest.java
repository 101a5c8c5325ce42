package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Changes to a token by other threads between two steps of one thread. */
class TokenRaceTest {
  private static final String SECOND = "Bearer token-2";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);

  @Test
  void aLateRejectionDoesNotTakeThePauseOfTheFirst() throws Exception {
    CachingTokenProvider provider = harness.provider();
    AccessToken token = harness.token(provider);
    List<Boolean> dropped = new ArrayList<>();
    harness.onNextClockReading = () -> dropped.add(provider.invalidate(token));

    dropped.add(provider.invalidate(token));

    assertThat(dropped).containsExactly(true, true);
    assertThat(harness.events(TokenEvent.Rejected.class)).hasSize(1);
    assertThat(harness.authorization(provider)).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsRejectedDuringALookupIsNotUsed() throws Exception {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = harness.provider();
    AccessToken token = harness.token(provider);
    harness.onNextClockReading = () -> provider.invalidate(token);

    // It was valid when this call came.
    AccessToken looked = harness.token(provider);

    assertThat(looked).isSameAs(token);
    assertThat(harness.authorization(provider)).isEqualTo(SECOND);
  }

  @Test
  void tokenDroppedWhileItsTimesAreChecked_isNotServedAgain() throws Exception {
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = harness.provider();
    AccessToken token = harness.token(provider);
    harness.scheduler.advance(Duration.ofMillis(250));
    List<String> next = new ArrayList<>();
    harness.onNextClockReading =
        () -> {
          provider.invalidate(token);
          next.add(authorization(provider));
        };

    AccessToken unused = harness.token(provider);

    assertThat(next).containsExactly(SECOND);
    assertThat(harness.authorization(provider)).isEqualTo(SECOND);
  }

  @Test
  void aCallThatAsksForATokenWhileTheConnectionIsClosedGetsNone() {
    CachingTokenProvider provider = harness.provider();
    harness.onNextClockReading = provider::close;

    assertThat(harness.failure(provider))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("closed");
    assertThat(harness.requests()).isZero();
  }

  /** The clock is the user's. It is looked at six times here, once for each step. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void aClockThatFailsOnceLeavesTheWayFree(int look) throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider provider = harness.provider();
    harness.onNextClockReading = failingAt(look);
    assertThat(catchThrowable(() -> harness.token(provider))).isNotNull();

    harness.onNextClockReading = () -> {};
    server.tokens(server::grant);
    harness.advance(Duration.ofMinutes(6));

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
  }

  private Runnable failingAt(int look) {
    return () -> {
      if (look == 1) {
        throw new IllegalStateException("no time");
      }
      harness.onNextClockReading = failingAt(look - 1);
    };
  }

  private String authorization(CachingTokenProvider provider) {
    try {
      return harness.authorization(provider);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
