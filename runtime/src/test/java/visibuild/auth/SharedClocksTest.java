package visibuild.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.Scope;
import visibuild.TokenStore;
import visibuild.fixture.FakeVisibuild;

/** Programs that share tokens, on machines whose clocks differ. */
class SharedClocksTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final Rig rig = new Rig(server);
  private final TokenStore store = TokenStore.inMemory();

  @BeforeEach
  void letTimeStand() {
    rig.timer.hurry(Duration.ZERO);
  }

  @Test
  void aClockThatIsAheadDoesNotMakeLaterTokensOfOthersLookOld() throws Exception {
    RenewingTokenSource ahead = sourceWithClock(Duration.ofMinutes(10));
    RenewingTokenSource one = sourceWithClock(Duration.ZERO);
    RenewingTokenSource other = sourceWithClock(Duration.ZERO);
    rig.token(ahead);
    AccessToken first = rig.token(one);
    AccessToken firstToo = rig.token(other);

    one.drop(first);
    other.drop(firstToo);

    assertThat(rig.authorization(one)).isEqualTo("Bearer token-2");
    assertThat(rig.authorization(other)).isEqualTo("Bearer token-2");
    assertThat(rig.requests()).isEqualTo(2);
  }

  @Test
  void aClockThatIsBehindDoesNotMakeItsTokensLookOld() throws Exception {
    RenewingTokenSource right = sourceWithClock(Duration.ZERO);
    RenewingTokenSource behind = sourceWithClock(Duration.ofMinutes(-1));
    AccessToken first = rig.token(right);
    behind.drop(rig.token(behind));
    rig.token(behind);

    right.drop(first);

    assertThat(rig.authorization(right)).isEqualTo("Bearer token-2");
    assertThat(rig.requests()).isEqualTo(2);
  }

  private RenewingTokenSource sourceWithClock(Duration ahead) {
    Outside usual = rig.outside();
    Outside outside =
        new Outside(
            new Timekeeper(Clock.offset(server.clock, ahead), rig.timer::nanos, rig.trust),
            usual.timer(),
            usual.threads(),
            usual.random(),
            usual.reporter(),
            usual.patience());
    SecretReader secrets = new SecretReader(rig.secret, text -> text, outside);
    return RenewingTokenSource.shared(
        rig.endpoint(outside),
        secrets,
        Scope.READ,
        outside,
        store,
        new SecretKeySpec(new byte[16], "AES"));
  }
}
