package visibuild.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;

/** Fault cases 55 to 59: clocks that jump, stand still, and go on while nobody calls. */
@Timeout(60)
class Cases55TimeTest {
  private static final Duration HOURS = Duration.ofHours(2);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final Rig rig = new Rig(server, scan);

  @Test
  void case55_aWallClockThatJumpsAheadCostsOneEarlyRenewal() throws Exception {
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    server.clock.advance(HOURS);

    rig.authorization(source);
    rig.authorization(source);

    assertThat(rig.requests()).isEqualTo(2);
  }

  @Test
  void case56_aWallClockThatIsSetBackKeepsNoTokenAlive() throws Exception {
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    server.clock.advance(HOURS.negated());
    rig.advance(Duration.ofHours(1));

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-2");
  }

  @Test
  void case57_aTokenHasExpiredAfterTheMachineSlept() throws Exception {
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    server.clock.advance(HOURS);

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-2");
  }

  @Test
  void case57_atTheLatestAQuarterSecondAfterWaking() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.trust = Duration.ofMillis(250);
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    rig.authorization(source);
    server.clock.advance(HOURS);

    rig.timer.advance(Duration.ofMillis(250));

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-2");
  }

  @Test
  void case58_whileNobodyCallsNothingHappens() throws Exception {
    rig.timer.hurry(Duration.ZERO);
    rig.trust = Duration.ofMillis(250);
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    rig.authorization(source);

    rig.advance(Duration.ofHours(10));

    assertThat(rig.requests()).isEqualTo(1);
    assertThat(rig.timer.waiting()).as("timers").isZero();
    assertThat(rig.authorization(source)).isEqualTo("Bearer token-2");
    assertThat(rig.requests()).isEqualTo(2);
  }

  @Test
  void case59_underSteadyLoadNoCallWaitsForARenewal() throws Exception {
    RenewingTokenSource source = rig.source();
    rig.authorization(source);
    Duration step = Duration.ofMillis(300);

    for (int i = 0; i < 4 * 12_000; i++) {
      rig.held.hold();
      // With the renewal held, a call that had to wait for it would run into its deadline.
      assertThat(rig.token(source)).isNotNull();
      rig.advance(step);
      rig.held.runHeld();
    }

    assertThat(rig.requests()).isBetween(5, 7);
  }
}
