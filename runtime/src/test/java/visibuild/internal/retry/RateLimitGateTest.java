package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.RateLimitedException;

/** The waits of a call for its turn. A call that waits for ever fails the test. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RateLimitGateTest {
  private static final Request READ =
      new Request.Builder().url("https://app.apac.visibuild.com/x").build();
  private static final Request OTHER =
      READ.newBuilder().url("https://app.apac.visibuild.com/y").build();

  private final OkHttpClient http = new OkHttpClient();
  private final ClockedWaiting waiting = new ClockedWaiting();
  private final List<String> logged = new ArrayList<>();
  private final RetryLog log = RetryLog.to((level, line) -> logged.add(level + " " + line));
  private final RateLimits limits = new RateLimits(Duration.ofSeconds(10), waiting::nanos, log);
  private final RateLimitGate gate = new RateLimitGate(limits, waiting, log);

  @Test
  void callsAboveTheRate_waitForTheInterval() throws Exception {
    await(gate);
    await(gate);
    await(gate);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  @Test
  void aLongWaitForTheRate_isLogged() throws Exception {
    await(gate);
    await(gate);

    assertThat(logged)
        .containsExactly(
            "INFO GET /x waits for 10.0 s, because the rate limit of this connection is reached.");
  }

  @Test
  void aCancelledCall_givesItsTurnBack() throws Exception {
    RateLimitGate cancelled =
        new RateLimitGate(
            limits,
            (wait, wakeup) -> {
              throw new IOException("Canceled");
            },
            log);
    await(gate);
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> await(cancelled)).hasMessage("Canceled");
    }

    await(gate);

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(10));
  }

  /** The time passes between the two looks at it, as it does on a loaded machine. */
  @Test
  void aCallWhoseTimeoutPassesWhileItQueues_holdsUpNoOther() throws Exception {
    await(gate);
    Call late = lateFromTheSecondLook();

    assertThatThrownBy(() -> gate.await(late, READ, budget(late)))
        .hasMessageContaining("its timeout passes in");

    await(gate);
    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(10));
  }

  /** Returns a call whose timeout is an hour at the first look, and 1 ns from then on. */
  private Call lateFromTheSecondLook() {
    AtomicInteger looks = new AtomicInteger();
    return (Call)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Call.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "timeout" ->
                      looks.getAndIncrement() == 0
                          ? new okio.Timeout().timeout(1, TimeUnit.HOURS)
                          : new okio.Timeout().timeout(1, TimeUnit.NANOSECONDS);
                  case "isCanceled" -> false;
                  default -> throw new IllegalStateException(method.getName());
                });
  }

  @Test
  void aTurnAfterTheTimeout_failsAtOnceWithTheRate() throws Exception {
    await(gate);

    assertThatThrownBy(() -> gate.await(impatient(), READ, budget(impatient())))
        .hasMessageStartingWith("GET /x was not sent, because the rate limit of this connection")
        .hasMessageContaining("its turn would come in 10.0 s, but its timeout passes in ");
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aTurnAfterTheCeiling_failsAtOnceAndNamesTheSetting() throws Exception {
    await(gate);
    Call call = http.newCall(READ);
    WaitBudget budget = new WaitBudget(call, System.nanoTime(), Duration.ofSeconds(9));

    assertThatThrownBy(() -> gate.await(call, READ, budget))
        .hasMessageContaining("it may wait for 9.0 s more; set a longer maxWait");
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aPauseBeyondTheTimeout_failsAtOnceWithItsRest() {
    limits.pause(READ, Duration.ofMinutes(1));

    assertThatThrownBy(() -> gate.await(impatient(), READ, budget(impatient())))
        .cause()
        .isInstanceOfSatisfying(
            RateLimitedException.class, e -> assertThat(e.retryAfter()).hasMinutes(1))
        .hasMessageContaining("not sent, because an earlier call got 429 (too many requests)");
    assertThat(waiting.waits).isEmpty();
  }

  @Test
  void aPauseThatBeginsMeanwhile_failsTheCallsThatHaveNoTimeForIt() throws Exception {
    List<Duration> waits = new ArrayList<>();
    RateLimitGate surprised =
        new RateLimitGate(
            limits,
            (wait, wakeup) -> {
              waits.add(wait);
              limits.connection().pause(Duration.ofHours(1));
            },
            log);
    await(gate);
    Call call = http.newCall(READ);
    call.timeout().timeout(1, TimeUnit.MINUTES);

    assertThatThrownBy(() -> surprised.await(call, READ, budget(call)))
        .hasMessageContaining("(too many requests)");
    assertThat(waits).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void aPauseOfOneEndpoint_isNotAPauseOfAnother() throws Exception {
    RateLimits free = new RateLimits(Duration.ZERO, waiting::nanos, log);
    free.pause(READ, Duration.ofSeconds(30));
    RateLimitGate gate = new RateLimitGate(free, waiting, log);

    assertThat(gate.tryPass(OTHER)).isTrue();
    assertThat(gate.tryPass(READ)).isFalse();
    gate.await(http.newCall(READ), READ, budget(http.newCall(READ)));

    assertThat(waiting.waits).containsExactly(Duration.ofSeconds(30));
  }

  @Test
  void aSecondEndpointWithA429_pausesTheConnection() {
    RateLimits free = new RateLimits(Duration.ZERO, waiting::nanos, log);
    free.pause(READ, Duration.ofSeconds(30));
    free.pause(OTHER, Duration.ofSeconds(30));
    Request third = READ.newBuilder().url("https://app.apac.visibuild.com/z").build();

    assertThat(new RateLimitGate(free, waiting, log).tryPass(third)).isFalse();
    assertThat(free.connection().pauseLeft()).hasSeconds(30);
  }

  /** Such as a URL with an id, which a program calls once. */
  @Test
  void anEndpointThatIsNotCalledAgain_isForgottenAMinuteAfterItsPause() {
    RateLimits free = new RateLimits(Duration.ZERO, waiting::nanos, log);
    free.pause(READ, Duration.ofSeconds(30));
    waiting.clock.advance(Duration.ofSeconds(91));

    free.pause(OTHER, Duration.ofSeconds(30));

    assertThat(free.endpoint(READ)).isNull();
    assertThat(free.connection().pauseLeft()).isZero();
    assertThat(logged).contains("INFO GET /x is back at its full rate.");
  }

  @Test
  void aPauseAndItsEnd_areLoggedOnceEach() {
    RateLimits free = new RateLimits(Duration.ZERO, waiting::nanos, log);
    RateLimitGate gate = new RateLimitGate(free, waiting, log);
    for (int i = 0; i < 20; i++) {
      free.pause(READ, Duration.ofSeconds(1));
    }

    for (int i = 0; i < 300; i++) {
      waiting.clock.advance(Duration.ofMillis(100));
      boolean ignored = gate.tryPass(READ) || pass(free);
    }

    assertThat(logged)
        .containsExactly(
            "WARNING GET /x pauses for 1.0 s, because Visibuild responded with 429 (too many"
                + " requests).",
            "INFO GET /x is back at its full rate.");
  }

  private boolean pass(RateLimits limits) {
    RateLimiter endpoint = limits.endpoint(READ);
    return endpoint != null && endpoint.tryAcquire();
  }

  private void await(RateLimitGate gate) throws IOException {
    Call call = http.newCall(READ);
    gate.await(call, READ, budget(call));
  }

  private static WaitBudget budget(Call call) {
    return new WaitBudget(call, System.nanoTime(), Duration.ofDays(1));
  }

  private Call impatient() {
    Call call = http.newCall(READ);
    call.timeout().timeout(5, TimeUnit.SECONDS);
    return call;
  }
}
