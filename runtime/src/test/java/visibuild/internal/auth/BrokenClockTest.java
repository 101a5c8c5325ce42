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
  private final TokenProviderHarness rig = new TokenProviderHarness(server, scan);
  private volatile boolean broken;

  @Test
  void clockThatThrows_doesNotBlockTheNextRefresh() throws Exception {
    server.tokens(
        request -> {
          broken = true;
          rig.atNextLook = this::failWhileBroken;
          return Replies.json(401, "{\"error\":\"invalid_client\"}");
        });
    CachingTokenProvider source = rig.source();
    assertThat(rig.failure(source)).isInstanceOf(IllegalStateException.class);
    server.tokens(server::grant);

    broken = false;

    assertThat(rig.authorization(source)).isEqualTo("Bearer token-1");
  }

  private void failWhileBroken() {
    if (broken) {
      rig.atNextLook = this::failWhileBroken;
      throw new IllegalStateException("no time");
    }
  }
}
