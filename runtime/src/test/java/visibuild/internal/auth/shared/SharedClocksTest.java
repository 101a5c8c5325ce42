package visibuild.internal.auth.shared;

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
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.time.Clocks;

/** Programs that share tokens, on machines whose clocks differ. */
class SharedClocksTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness rig = new TokenProviderHarness(server);
  private final TokenStore store = TokenStore.inMemory();

  @BeforeEach
  void letTimeStand() {
    rig.timer.hurry(Duration.ZERO);
  }

  @Test
  void aClockThatIsAheadDoesNotMakeLaterTokensOfOthersLookOld() throws Exception {
    CachingTokenProvider ahead = sourceWithClock(Duration.ofMinutes(10));
    CachingTokenProvider one = sourceWithClock(Duration.ZERO);
    CachingTokenProvider other = sourceWithClock(Duration.ZERO);
    rig.token(ahead);
    AccessToken first = rig.token(one);
    AccessToken firstToo = rig.token(other);

    one.invalidate(first);
    other.invalidate(firstToo);

    assertThat(rig.authorization(one)).isEqualTo("Bearer token-2");
    assertThat(rig.authorization(other)).isEqualTo("Bearer token-2");
    assertThat(rig.requests()).isEqualTo(2);
  }

  @Test
  void aClockThatIsBehindDoesNotMakeItsTokensLookOld() throws Exception {
    CachingTokenProvider right = sourceWithClock(Duration.ZERO);
    CachingTokenProvider behind = sourceWithClock(Duration.ofMinutes(-1));
    AccessToken first = rig.token(right);
    behind.invalidate(rig.token(behind));
    rig.token(behind);

    right.invalidate(first);

    assertThat(rig.authorization(right)).isEqualTo("Bearer token-2");
    assertThat(rig.requests()).isEqualTo(2);
  }

  private CachingTokenProvider sourceWithClock(Duration ahead) {
    AuthContext usual = rig.outside();
    AuthContext outside =
        new AuthContext(
            new Clocks(Clock.offset(server.clock, ahead), rig.timer::nanos, rig.wallCheckInterval),
            usual.scheduler(),
            usual.executor(),
            usual.random(),
            usual.eventPublisher(),
            usual.timeout());
    ClientCredentialsGrant grant = rig.grant(outside, Scope.READ, rig.secret);
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, new SecretKeySpec(new byte[16], "AES"), outside),
        Scope.READ,
        outside);
  }
}
