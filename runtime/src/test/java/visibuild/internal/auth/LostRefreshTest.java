package visibuild.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.internal.base.Secret;
import visibuild.internal.time.Clocks;

/**
 * A refresh that ends neither with a result nor by its timer, as if a stack overflow had ended the
 * thread that started it.
 */
@Timeout(60)
class LostRefreshTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration LOST_AFTER = Duration.ofSeconds(35);

  private final AtomicLong nanos = new AtomicLong();
  private final Clocks clocks = new Clocks(Clock.systemUTC(), nanos::get, Duration.ZERO);

  @Test
  void callAfterIt_startsAnother() throws Exception {
    CachingTokenProvider provider = provider(lost(), granted());
    startRefresh(provider);

    nanos.addAndGet(LOST_AFTER.toNanos());

    assertThat(provider.token(call()).value().reveal()).isEqualTo("token");
  }

  @Test
  void callWithinItsTime_startsNoOther() {
    CachingTokenProvider provider = provider(lost(), granted());
    startRefresh(provider);

    nanos.addAndGet(LOST_AFTER.toNanos() - 1);

    startRefresh(provider);
  }

  @Test
  void callThatWaitsForIt_ends() {
    CachingTokenProvider provider = provider(lost());
    CompletableFuture<AccessToken> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return provider.token(call());
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });

    while (!waiting.isDone()) {
      nanos.addAndGet(LOST_AFTER.toNanos());
      Thread.onSpinWait();
    }

    assertThatThrownBy(waiting::join)
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("No token came from Visibuild within 30 s.");
  }

  /** A cancelled call starts a refresh, and does not wait for it. */
  private static void startRefresh(CachingTokenProvider provider) {
    Call cancelled = call();
    cancelled.cancel();
    assertThatThrownBy(() -> provider.token(cancelled)).hasMessage("Canceled");
  }

  private CachingTokenProvider provider(CompletableFuture<?>... fetches) {
    Queue<CompletableFuture<?>> next = new ArrayDeque<>(List.of(fetches));
    AuthContext context =
        new AuthContext(
            clocks,
            (delay, work) -> () -> {},
            Runnable::run,
            new Random(1),
            new TokenEventPublisher(null, Runnable::run),
            TIMEOUT);
    TokenFetcher fetcher =
        (rejected, isCancelled) -> next.remove().thenApply(AccessToken.class::cast);
    return new CachingTokenProvider(fetcher, Scope.READ, context);
  }

  private static CompletableFuture<AccessToken> lost() {
    return new CompletableFuture<>();
  }

  private CompletableFuture<AccessToken> granted() {
    return CompletableFuture.completedFuture(
        AccessToken.expiring(
            Secret.ofUnchecked("token"),
            Set.of("read"),
            true,
            clocks.now().plus(LOST_AFTER),
            Duration.ofHours(1),
            0));
  }

  private static Call call() {
    return new OkHttpClient()
        .newCall(new Request.Builder().url("https://visibuild.example/x").build());
  }
}
