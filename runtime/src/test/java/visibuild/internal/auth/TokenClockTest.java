package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.TokenEvent;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;

/** Faults 55 to 59: clocks that jump, stand still, and go on while nobody calls. */
@Tag("slow")
@Timeout(180)
class TokenClockTest {
  private static final Duration HOURS = Duration.ofHours(2);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);

  @Test
  void wallClockSetAhead_costsOneEarlyRefresh() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    server.clock.advance(HOURS);

    harness.authorization(provider);
    harness.authorization(provider);

    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void wallClockSetBack_tokenStillExpires() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    server.clock.advance(HOURS.negated());
    harness.advance(Duration.ofHours(1));

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
  }

  @Test
  void machineAsleepForTwoHours_tokenHasExpired() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    server.clock.advance(HOURS);

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
  }

  @Test
  void machineAsleep_expiryIsSeenWithinAQuarterSecond() throws Exception {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    harness.authorization(provider);
    server.clock.advance(HOURS);

    harness.scheduler.advance(Duration.ofMillis(250));

    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
  }

  @Test
  void idleProvider_startsNoTimerAndRefreshesOnDemand() throws Exception {
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.wallCheckInterval = Duration.ofMillis(250);
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    harness.authorization(provider);

    harness.advance(Duration.ofHours(10));

    assertThat(harness.requests()).isEqualTo(1);
    assertThat(harness.scheduler.pending()).as("timers").isZero();
    assertThat(harness.authorization(provider)).isEqualTo("Bearer token-2");
    assertThat(harness.requests()).isEqualTo(2);
  }

  @Test
  void steadyLoadForHours_noCallWaitsForARefresh() throws Exception {
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    Duration step = Duration.ofSeconds(3);

    for (int i = 0; i < 4 * 1_200; i++) {
      harness.manualExecutor.pause();
      // With the renewal held, a call that had to wait for it would run into its deadline.
      assertThat(harness.token(provider)).isNotNull();
      harness.advance(step);
      harness.manualExecutor.runPending();
    }

    assertThat(harness.requests()).isBetween(5, 7);
  }

  /**
   * Eight threads that call without a pause, over four expiries. The endpoint takes its time: it
   * responds once each renewal has seen 800 calls come and go.
   */
  @Test
  void slowTokenEndpointUnderLoad_noCallWaits() throws Exception {
    TokenThreads real = new TokenThreads();
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    harness.wallCheckInterval = Duration.ofMillis(250);
    harness.executor = real.workers();
    CachingTokenProvider provider = harness.provider();
    harness.authorization(provider);
    AtomicReference<Load> load = new AtomicReference<>(new Load());
    List<CompletableFuture<Object>> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(Threads.started(() -> callUntilTheEnd(provider, load)));
    }

    for (int expiry = 1; expiry <= 4; expiry++) {
      Load next = new Load();
      server.tokens(
          request -> {
            load.set(next);
            assertThat(next.served.await(30, SECONDS)).as("calls during a renewal").isTrue();
            return server.grant(request);
          });
      next.token = "Bearer token-" + (expiry + 1);
      harness.advance(Duration.ofMinutes(46));
      assertThat(next.renewed.await(30, SECONDS)).as("renewal " + expiry).isTrue();
    }
    load.set(Load.END);

    for (CompletableFuture<Object> caller : callers) {
      assertThat(caller.get(60, SECONDS)).isEqualTo("no call failed");
    }
    assertThat(harness.requests()).isEqualTo(5);
    assertThat(harness.events(TokenEvent.Failed.class)).isEmpty();
    real.close();
  }

  /** The calls during one refresh. */
  private static final class Load {
    static final Load END = new Load();

    private final CountDownLatch served = new CountDownLatch(800);
    private final CountDownLatch renewed = new CountDownLatch(1);
    private volatile String token = "Bearer token-1";
  }

  private Object callUntilTheEnd(CachingTokenProvider provider, AtomicReference<Load> load)
      throws IOException {
    Load now = load.get();
    while (now != Load.END) {
      String authorization = harness.token(provider).authorization();
      now.served.countDown();
      if (authorization.equals(now.token)) {
        now.renewed.countDown();
      }
      now = load.get();
    }
    return "no call failed";
  }
}
