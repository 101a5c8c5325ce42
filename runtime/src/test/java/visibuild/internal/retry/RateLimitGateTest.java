package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call does while it waits for its turn. Whoever waits for ever fails. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateLimitGateTest {
  private static final Request READ =
      new Request.Builder().url("https://app.apac.visibuild.com/x").build();

  private final OkHttpClient http = new OkHttpClient();
  private final ClockedWaiting waiting = new ClockedWaiting();
  private final RateLimiter pace = new RateLimiter(Duration.ofSeconds(10), waiting::nanos);
  private final RateLimitGate turns = new RateLimitGate(pace, waiting);

  @Test
  void itWaitsAsLongAsThePaceSays() throws Exception {
    await(turns);
    await(turns);
    await(turns);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void aCallThatIsCancelledMeanwhileGivesItsPlaceBack() throws Exception {
    RateLimitGate cancelled =
        new RateLimitGate(
            pace,
            (wait, call, alarm) -> {
              throw new IOException("Canceled");
            });
    await(turns);
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> await(cancelled)).hasMessage("Canceled");
    }

    await(turns);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void aCallThatHasNoTimeForItsTurnHearsOfTheRateAtOnce() throws Exception {
    await(turns);

    assertThatThrownBy(() -> turns.await(impatient(), READ, System.nanoTime()))
        .hasMessageStartingWith("GET /x was not sent: the rate limit of this connection")
        .hasMessageContaining("Its turn would come in 10.0 s, and its timeout is over in ");
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aCallThatHasNoTimeForAPauseHearsOfItAtOnce() {
    pace.pause(Duration.ofMinutes(1));

    assertThatThrownBy(() -> turns.await(impatient(), READ, System.nanoTime()))
        .hasMessageContaining("too many requests (429), and all calls wait");
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aPauseThatComesMeanwhileIsNotSatOutInVain() throws Exception {
    List<Duration> waits = new ArrayList<>();
    RateLimitGate surprised =
        new RateLimitGate(
            pace,
            (wait, call, alarm) -> {
              waits.add(wait);
              pace.pause(Duration.ofHours(1));
            });
    await(turns);
    Call call = http.newCall(READ);
    call.timeout().timeout(1, TimeUnit.MINUTES);

    assertThatThrownBy(() -> surprised.await(call, READ, System.nanoTime()))
        .hasMessageContaining("(429)");
    assertThat(waits).containsExactly(Duration.ofSeconds(10));
  }

  private void await(RateLimitGate turns) throws IOException {
    turns.await(http.newCall(READ), READ, System.nanoTime());
  }

  private Call impatient() {
    Call call = http.newCall(READ);
    call.timeout().timeout(5, TimeUnit.SECONDS);
    return call;
  }
}
