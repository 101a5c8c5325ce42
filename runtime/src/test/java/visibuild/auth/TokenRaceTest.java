package visibuild.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;

/** What others do to a token between two steps of one thread. */
class TokenRaceTest {
  private static final String SECOND = "Bearer token-2";

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final Rig rig = new Rig(server);

  @Test
  void whoIsLateToDropATokenDoesNotTakeThePauseOfWhoWasFirst() throws Exception {
    RenewingTokenSource source = rig.source();
    AccessToken token = rig.token(source);
    List<Boolean> dropped = new ArrayList<>();
    rig.atNextLook = () -> dropped.add(source.drop(token));

    dropped.add(source.drop(token));

    assertThat(dropped).containsExactly(true, true);
    assertThat(rig.events(TokenEvent.Invalidated.class)).hasSize(1);
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  @Test
  void aTokenThatIsDroppedWhileItIsLookedAtIsTrustedByNobody() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.trust = Duration.ofMillis(250);
    RenewingTokenSource source = rig.source();
    AccessToken token = rig.token(source);
    rig.atNextLook = () -> source.drop(token);

    // It was valid when this call came.
    AccessToken looked = rig.token(source);

    assertThat(looked).isSameAs(token);
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  @Test
  void whoDroppedATokenIsNotGivenItAgainByWhoStillLooksAtIt() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.trust = Duration.ofMillis(250);
    RenewingTokenSource source = rig.source();
    AccessToken token = rig.token(source);
    List<String> next = new ArrayList<>();
    rig.atNextLook =
        () -> {
          source.drop(token);
          rig.timer.atNextWait = () -> next.add(authorization(source));
        };

    AccessToken unused = rig.token(source);
    rig.timer.atNextWait = () -> {};

    assertThat(next).doesNotContain(token.authorization());
    assertThat(rig.authorization(source)).isEqualTo(SECOND);
  }

  private String authorization(RenewingTokenSource source) {
    try {
      return rig.authorization(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
