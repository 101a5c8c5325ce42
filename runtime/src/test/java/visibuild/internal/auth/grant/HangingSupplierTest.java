package visibuild.internal.auth.grant;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AuthenticationException;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.SecretScan;
import visibuild.fixture.Threads;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenProviderHarness;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.base.Secret;

/** Fault 73: a supplier of a secret that hangs once. */
@Timeout(180)
class HangingSupplierTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final SecretScan scan = new SecretScan();
  private final TokenProviderHarness harness = new TokenProviderHarness(server, scan);
  private final TokenThreads real = new TokenThreads();

  @AfterEach
  void endThreads() {
    real.close();
  }

  @Test
  void supplierThatHangsOnce_isAbandonedAndCalledAgain() throws Exception {
    harness.executor = real.workers();
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CachingTokenProvider provider =
        harness.provider(
            () -> {
              if (asked.getCount() > 0) {
                asked.countDown();
                hang(interrupted);
              }
              return FakeVisibuild.CLIENT_SECRET;
            });
    CompletableFuture<Object> first = Threads.started(() -> harness.token(provider));
    assertThat(asked.await(60, SECONDS)).isTrue();

    harness.advance(Duration.ofSeconds(10));

    assertThat(interrupted.await(60, SECONDS)).as("interrupted").isTrue();
    // The pause before the next attempt.
    harness.scheduler.awaitDelay(Duration.ofMillis(20));
    harness.advance(Duration.ofSeconds(1));
    assertThat(first.get(60, SECONDS)).isInstanceOf(AccessToken.class);
  }

  @Test
  void hangingSupplier_isNamedAfterTenSeconds() throws Exception {
    harness.executor = real.workers();
    harness.scheduler.runDelaysBelow(Duration.ZERO);
    CountDownLatch asked = new CountDownLatch(1);
    SecretReader secrets =
        new SecretReader(
            () -> {
              asked.countDown();
              hang(new CountDownLatch(1));
              return FakeVisibuild.CLIENT_SECRET;
            },
            Secret::ofUnchecked,
            harness.context());
    CompletableFuture<Secret> reading = secrets.read();
    assertThat(asked.await(60, SECONDS)).isTrue();

    harness.advance(Duration.ofSeconds(10));

    assertThat(
            reading
                .handle(
                    (secret, problem) ->
                        scan.watch(TokenFailure.from(problem).toException("GET x")))
                .get(60, SECONDS))
        .isInstanceOf(AuthenticationException.class)
        .hasMessage(
            "The client secret could not be read within 10 s; check the supplier given to"
                + " ClientCredentials.of(...). It was needed for GET x.");
  }

  private static void hang(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
