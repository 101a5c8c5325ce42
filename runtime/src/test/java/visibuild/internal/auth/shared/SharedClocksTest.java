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
  private final TokenProviderHarness harness = new TokenProviderHarness(server);
  private final TokenStore store = TokenStore.inMemory();

  @BeforeEach
  void letTimeStand() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
  }

  @Test
  void aClockThatIsAheadDoesNotMakeLaterTokensOfOthersLookOld() throws Exception {
    CachingTokenProvider ahead = sourceWithClock(Duration.ofMinutes(10));
    CachingTokenProvider one = sourceWithClock(Duration.ZERO);
    CachingTokenProvider other = sourceWithClock(Duration.ZERO);
    harness.token(ahead);
    AccessToken first = harness.token(one);
    AccessToken firstToo = harness.token(other);

    one.invalidate(first);
    other.invalidate(firstToo);

    assertThat(harness.authorization(one)).isEqualTo("Bearer token-2");
    assertThat(harness.authorization(other)).isEqualTo("Bearer token-2");
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void aClockThatIsBehindDoesNotMakeItsTokensLookOld() throws Exception {
    CachingTokenProvider right = sourceWithClock(Duration.ZERO);
    CachingTokenProvider behind = sourceWithClock(Duration.ofMinutes(-1));
    AccessToken first = harness.token(right);
    behind.invalidate(harness.token(behind));
    harness.token(behind);

    right.invalidate(first);

    assertThat(harness.authorization(right)).isEqualTo("Bearer token-2");
    assertThat(harness.requests()).isEqualTo(2);
  }

  private CachingTokenProvider sourceWithClock(Duration ahead) {
    AuthContext usual = harness.context();
    AuthContext context =
        new AuthContext(
            new Clocks(
                Clock.offset(server.clock, ahead),
                harness.scheduler::nanos,
                harness.wallCheckInterval),
            usual.scheduler(),
            usual.executor(),
            usual.random(),
            usual.eventPublisher(),
            usual.timeout());
    ClientCredentialsGrant grant = harness.grant(context, Scope.READ, harness.secret);
    return new CachingTokenProvider(
        new SharedTokenFetcher(grant, store, new SecretKeySpec(new byte[16], "AES"), context),
        Scope.READ,
        context);
  }
}
