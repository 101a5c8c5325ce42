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

/** What others do to a token between two steps of one thread. */
class TokenRaceTest {
  private static final String SECOND = "Bearer token-2";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness rig = new TokenProviderHarness(server);

  @Test
  void whoIsLateToDropATokenDoesNotTakeThePauseOfWhoWasFirst() throws Exception {
    CachingTokenProvider source = rig.source();
    AccessToken token = rig.token(source);
    List<Boolean> dropped = new ArrayList<>();
    rig.atNextLook = () -> dropped.add(source.invalidate(token));

    dropped.add(source.invalidate(token));

    assertThat(dropped).containsExactly(true, true);
    assertThat(rig.events(TokenEvent.Rejected.class)).hasSize(1);
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsDroppedWhileItIsLookedAtIsTrustedByNobody() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider source = rig.source();
    AccessToken token = rig.token(source);
    rig.atNextLook = () -> source.invalidate(token);

    // It was valid when this call came.
    AccessToken looked = rig.token(source);

    assertThat(looked).isSameAs(token);
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  @Test
  void tokenDroppedWhileItsTimesAreChecked_isNotServedAgain() throws Exception {
    rig.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider source = rig.source();
    AccessToken token = rig.token(source);
    rig.timer.advance(Duration.ofMillis(250));
    List<String> next = new ArrayList<>();
    rig.atNextLook =
        () -> {
          source.invalidate(token);
          next.add(authorization(source));
        };

    AccessToken unused = rig.token(source);

    assertThat(next).containsExactly(SECOND);
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  @Test
  void whoAsksForATokenWhileTheConnectionIsClosedGetsNone() {
    CachingTokenProvider source = rig.source();
    rig.atNextLook = source::close;

    assertThat(rig.failure(source))
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("closed");
    assertThat(rig.requests()).isZero();
  }

  /** The clock is the user's. It is looked at six times here, once for each step. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void aClockThatFailsOnceLeavesTheWayFree(int look) throws Exception {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));
    CachingTokenProvider source = rig.source();
    rig.atNextLook = failingAt(look);
    assertThat(catchThrowable(() -> rig.token(source))).isNotNull();

    rig.atNextLook = () -> {};
    server.tokens(server::grant);
    rig.advance(Duration.ofMinutes(6));

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-1");
  }

  private Runnable failingAt(int look) {
    return () -> {
      if (look == 1) {
        throw new IllegalStateException("no time");
      }
      rig.atNextLook = failingAt(look - 1);
    };
  }

  private String authorization(CachingTokenProvider source) {
    try {
      return rig.authorization(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
