package visibuild.internal.auth.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.fixture.FakeVisibuild;
import visibuild.internal.auth.TokenProviderHarness;

/** Calls of a store that are not made in time. */
class TimedTokenStoreTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final TokenProviderHarness harness = new TokenProviderHarness(server);
  private final RecordingTokenStore recording = new RecordingTokenStore();

  @BeforeEach
  void letTimeStand() {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
  }

  /** On a machine so busy that no thread starts for two seconds. */
  @Test
  void callThatTimesOutBeforeItStarts_isNeverMadeAndBlocksNoOther() {
    TimedTokenStore store = new TimedTokenStore(recording, "key", harness.context());
    harness.manualExecutor.pause();
    CompletableFuture<Optional<String>> late = store.submit(open -> open.load("key"));

    harness.scheduler.advance(TimedTokenStore.TIMEOUT);
    harness.manualExecutor.runPending();

    assertThat(late).isCompletedExceptionally();
    assertThat(recording.done).isEmpty();
    assertThat(store.submit(open -> open.load("key"))).isCompletedWithValue(Optional.empty());
  }

  @Test
  void callInTime_leavesNoTimer() {
    TimedTokenStore store = new TimedTokenStore(recording, "key", harness.context());

    assertThat(store.submit(open -> open.load("key"))).isCompletedWithValue(Optional.empty());

    assertThat(harness.scheduler.pending()).isZero();
  }
}
