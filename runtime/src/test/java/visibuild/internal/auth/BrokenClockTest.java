package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;
import visibuild.fixture.SecretScan;

/** Fault 51, where it is the program's own clock that fails. */
class BrokenClockTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private volatile boolean broken;

  @Test
  void clockThatThrows_doesNotBlockTheNextRefresh() throws Exception {
    server.tokens(
        request -> {
          broken = true;
          harness.onNextClockReading = this::failWhileBroken;
          return Replies.json(401, "{\"error\":\"invalid_client\"}");
        });
    CachingTokenProvider provider = harness.provider();
    assertThat(harness.failure(provider)).isInstanceOf(IllegalStateException.class);
    server.tokens(server::grant);

    broken = false;

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-1");
  }

  private void failWhileBroken() {
    if (broken) {
      harness.onNextClockReading = this::failWhileBroken;
      throw new IllegalStateException("no time");
    }
  }
}
