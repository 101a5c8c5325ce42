package visibuild.internal.retry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.RateLimitedException;
import visibuild.RequestOptions;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Threads;

/** A call that waits hears of what happens to it, on a real connection. */
@Timeout(180)
class CancellableSleeperTest {
  private static final MockResponse UNAVAILABLE =
      Replies.empty(503).newBuilder().setHeader("Retry-After", "3600").build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final Thread waiter = Thread.currentThread();

  @Test
  void aRepetitionThatIsDueAtOnceIsMade() {
    server.calls(
        Replies.empty(503).newBuilder().setHeader("Retry-After", "0").build(),
        Replies.json(Replies.PROJECT));

    assertThat(ClientCalls.execute(calls().project("p1"))).isEqualTo(new Project("p1", "Tower"));
    assertThat(server.calls()).hasSize(2);
  }

  @Test
  void toCancelTheFutureEndsTheWait() throws Exception {
    server.calls(UNAVAILABLE);
    Call<Project> call = calls().project("p1");
    CompletableFuture<Project> future = ClientCalls.async(call);
    Threads.await(() -> !server.calls().isEmpty());

    call.cancel();

    assertThatThrownBy(() -> future.get(60, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("the call was cancelled");
  }

  @Test
  void anInterruptEndsTheWait() {
    server.calls(
        request -> {
          waiter.interrupt();
          return UNAVAILABLE;
        });

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1")))
        .isInstanceOf(ConnectionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aCallWithADeadlineDoesNotBeginAWaitBeyondIt() {
    server.calls(Replies.empty(429));
    Calls calls =
        server
            .open(builder().callTimeout(Duration.ofSeconds(20)))
            .readAccess()
            .implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(RateLimitedException.class);
  }

  @Test
  void theOptionsOfACallMayGiveItADeadline() {
    server.calls(new MockResponse.Builder().headersDelay(5, SECONDS).build());
    RequestOptions soon = RequestOptions.none().timeout(Duration.ofMillis(100));

    assertThatThrownBy(() -> ClientCalls.execute(calls().project("p1", soon)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("its timeout passed.");
  }

  private Calls calls() {
    return server.open(builder()).readAccess().implement(Calls.class);
  }

  private Visibuild.Builder builder() {
    return server
        .builder(ClientCredentials.of("id", "secret", Scope.READ))
        .retries(3)
        .maxWait(Duration.ofHours(2));
  }
}
