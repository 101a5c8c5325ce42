package visibuild.testing.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.SandboxHttpRequest;

/** Two tokens of one client that are asked for at once. */
@Timeout(180)
class TokensAtOnceTest {
  private static final Scopes READ = Scopes.parse("read");
  private static final Client CLIENT = new Client("an-id", "a-secret", READ);

  /** Runs once, just before the clock is read, as another thread might. */
  private final AtomicReference<Runnable> atNextLook = new AtomicReference<>(() -> {});

  private final Tokens tokens =
      new Tokens(new Secrets(new Random(1)), new Watched(), Duration.ofHours(1));

  @Test
  void oneEndsTheOther() throws Exception {
    CompletableFuture<Token> second = new CompletableFuture<>();
    Thread other = new Thread(() -> second.complete(tokens.replace(CLIENT, READ)));
    atNextLook.set(
        () -> {
          other.start();
          while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
            // By the timeout of the test.
            assertThat(Thread.interrupted()).isFalse();
            Thread.onSpinWait();
          }
        });

    Token first = tokens.replace(CLIENT, READ);

    assertThat(Stream.of(first, second.get()).filter(this::lives)).hasSize(1);
  }

  private boolean lives(Token token) {
    Headers headers = Headers.of("Authorization", "Bearer " + token.value());
    try {
      return tokens.living(new SandboxHttpRequest("GET", "/", null, headers, ByteString.EMPTY))
          != null;
    } catch (HttpProblem problem) {
      return false;
    }
  }

  private final class Watched extends Clock {
    @Override
    public Instant instant() {
      atNextLook.getAndSet(() -> {}).run();
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
