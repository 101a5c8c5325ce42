package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.base.Secret;
import visibuild.internal.time.Clocks;

/** A read of the secret that ends neither with a result nor by its timer. */
class LostReadTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Deque<Runnable> tasks = new ArrayDeque<>();

  @Test
  void readThatIsLost_isFollowedByAnother() {
    SecretReader reader = new SecretReader(() -> "a-secret", Secret::ofUnchecked, context());
    CompletableFuture<Secret> lost = reader.read();
    nanos.addAndGet(Duration.ofSeconds(15).toNanos() - 1);
    assertThat(reader.read()).isSameAs(lost);

    nanos.addAndGet(1);
    CompletableFuture<Secret> next = reader.read();
    tasks.removeLast().run();

    assertThat(next).isCompletedWithValueMatching(secret -> secret.reveal().equals("a-secret"));
    assertThat(lost).isNotDone();
  }

  private AuthContext context() {
    return new AuthContext(
        new Clocks(Clock.systemUTC(), nanos::get, Duration.ZERO),
        (delay, work) -> () -> {},
        tasks::add,
        new Random(1),
        new TokenEventPublisher(null, Runnable::run),
        Duration.ofSeconds(30));
  }
}
