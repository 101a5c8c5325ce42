package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.internal.base.Secret;

/** The expiry of a legacy token is warned of 30, 7 and 1 day ahead, each once. */
class LegacyWarningTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @Test
  void eachWarningIsGivenOnce() {
    StaticTokenProvider provider = expiringIn(Duration.ofDays(40));

    for (int day = 0; day < 40; day++) {
      provider.token(harness.call());
      harness.advance(Duration.ofDays(1));
    }

    assertThat(harness.events(TokenEvent.ExpiryApproaching.class))
        .extracting(event -> event.left().toDays())
        .containsExactly(30L, 7L, 1L);
  }

  @Test
  void aProgramThatStartsLateGetsTheLastWarningOnly() {
    StaticTokenProvider provider = expiringIn(Duration.ofHours(3));

    provider.token(harness.call());
    provider.token(harness.call());

    assertThat(harness.events(TokenEvent.ExpiryApproaching.class)).hasSize(1);
  }

  @Test
  void aWarningIsLoggedWithWhatToDo() {
    expiringIn(Duration.ofDays(3)).token(harness.call());

    assertThat(scan.said())
        .anyMatch(
            line -> line.contains("expires (the date) in less than 7 day(s). Create OAuth client"));
  }

  @Test
  void aTokenThatLivesLongIsNotWarnedOf() {
    expiringIn(Duration.ofDays(31)).token(harness.call());

    assertThat(harness.events).isEmpty();
  }

  private StaticTokenProvider expiringIn(Duration left) {
    Instant end = server.clock.instant().plus(left);
    return new StaticTokenProvider(
        Secret.ofUnchecked("sentinel-token-4712"), Scope.READ, end, "the date", harness.context());
  }
}
