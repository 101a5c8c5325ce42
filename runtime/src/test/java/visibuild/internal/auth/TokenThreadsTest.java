package visibuild.internal.auth;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads start late, keep no program alive, and end. */
class TokenThreadsTest {
  private final TokenThreads threads = new TokenThreads();

  @AfterEach
  void end() {
    threads.close();
  }

  @Test
  void noneRunsBeforeItIsNeeded() {
    assertThat(((ThreadPoolExecutor) threads.workers()).getPoolSize()).isZero();
  }

  @Test
  void aWorkerIsADaemon() throws Exception {
    CompletableFuture<Thread> worker =
        CompletableFuture.supplyAsync(Thread::currentThread, threads.workers());

    assertThat(worker.get(60, SECONDS).isDaemon()).isTrue();
  }

  @Test
  void theTimerIsADaemon() throws Exception {
    CompletableFuture<Thread> timer = new CompletableFuture<>();
    threads.schedule(Duration.ZERO, () -> timer.complete(Thread.currentThread()));

    assertThat(timer.get(60, SECONDS).isDaemon()).isTrue();
  }

  @Test
  void noneWorksAfterTheEnd() throws Exception {
    CompletableFuture<Thread> worker =
        CompletableFuture.supplyAsync(Thread::currentThread, threads.workers());
    Thread thread = worker.get(60, SECONDS);

    threads.close();

    thread.join(Duration.ofSeconds(60).toMillis());
    assertThat(thread.isAlive()).isFalse();
    assertThatThrownBy(() -> threads.workers().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> threads.schedule(Duration.ZERO, () -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
