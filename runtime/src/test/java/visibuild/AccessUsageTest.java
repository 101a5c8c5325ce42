package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.AccessUsage.MethodCalls;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

class AccessUsageTest {
  @RegisterExtension private final FakeVisibuild server = new FakeVisibuild();
  private final AccessUsage usage = new AccessUsage();

  interface ReaderClient {
    interface Calls {}
  }

  interface WriterClient {
    interface Calls {}
  }

  @Test
  void callsOfAConnection_areCounted() {
    Credential credential = ClientCredentials.of("an-id", "a-secret", Scope.READ_WRITE);
    try (Visibuild visibuild = server.builder(credential).accessUsage(usage).build()) {
      Calls calls = visibuild.readAccess().implement(Calls.class);
      ClientCalls.execute(calls.project("1"));
      ClientCalls.execute(calls.project("1"));
    }
    assertThat(usage.calls())
        .containsExactly(new MethodCalls(Calls.class.getName(), "project", Scope.READ, 2));
  }

  @Test
  void clientWithWriteAccessThatNeverWrote_isUnused() {
    hold(ReaderClient.class, Scope.READ);
    hold(WriterClient.class, Scope.READ_WRITE);
    usage.count(WriterClient.Calls.class, "list", Scope.READ);

    assertThat(usage.unusedWriteAccess()).containsExactly(WriterClient.class.getName());
    assertThat(usage.toString())
        .contains("holds write access and never wrote in 1 calls: READ would do.");

    usage.count(WriterClient.Calls.class, "open", Scope.READ_WRITE);
    assertThat(usage.unusedWriteAccess()).isEmpty();
  }

  @Test
  void clientWithoutAnyCall_isUnused() {
    hold(WriterClient.class, Scope.READ_WRITE);

    assertThat(usage.unusedWriteAccess()).containsExactly(WriterClient.class.getName());
    assertThat(usage.toString()).contains("holds write access and was not called.");
  }

  @Test
  void callsOfManyThreads_areAllCounted() throws InterruptedException {
    int threads = 8;
    int each = 2_000;
    CountDownLatch ready = new CountDownLatch(threads);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int thread = 0; thread < threads; thread++) {
        executor.execute(
            () -> {
              ready.countDown();
              awaitAll(ready);
              for (int call = 0; call < each; call++) {
                usage.count(WriterClient.Calls.class, "open", Scope.READ_WRITE);
              }
            });
      }
    } finally {
      executor.shutdown();
    }
    assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(usage.calls())
        .containsExactly(
            new MethodCalls(
                WriterClient.class.getName(), "open", Scope.READ_WRITE, (long) threads * each));
  }

  private static void awaitAll(CountDownLatch ready) {
    try {
      ready.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold(Class<?> client, Scope scope) {
    usage.hold(client, new ClientAccess(client.getName(), scope));
  }
}
