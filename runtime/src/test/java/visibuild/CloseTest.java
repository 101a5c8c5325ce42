package visibuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Call;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;
import visibuild.fixture.Threads;

/** To close a connection ends its waits, and nothing of the user's. */
@Timeout(180)
class CloseTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final OkHttpClient own = new OkHttpClient();

  @AfterEach
  void closeOwn() {
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
  }

  @Test
  void aClientOfTheUsersKeepsItsThreadsAndConnections() {
    Visibuild visibuild = server.open(builder().httpClient(own));
    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));

    visibuild.close();

    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
  }

  @Test
  void aCallThatWaitsForItsRepetitionEnds() {
    server.calls(Replies.empty(503).newBuilder().setHeader("Retry-After", "50").build());
    Visibuild visibuild = server.open(builder().httpClient(own).retries(3));
    CompletableFuture<Project> future =
        ClientCalls.async(visibuild.readAccess().implement(Calls.class).project("p1"));
    Threads.await(() -> !server.calls().isEmpty());

    visibuild.close();

    assertThatThrownBy(() -> future.get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("This Visibuild was closed while the call waited.");
  }

  @Test
  void aCallThatIsOnItsWayEnds() {
    CountDownLatch closed = new CountDownLatch(1);
    server.calls(
        request -> {
          closed.await();
          return Replies.json(Replies.PROJECT);
        });
    Visibuild visibuild = server.open(builder());
    CompletableFuture<Project> future =
        ClientCalls.async(visibuild.readAccess().implement(Calls.class).project("p1"));
    Threads.await(() -> !server.calls().isEmpty());

    visibuild.close();

    try {
      assertThatThrownBy(() -> future.get(30, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ConnectionException.class)
          .hasMessageContaining(
              "GET api/core/v1/projects/{id} got no response: this Visibuild was closed while the"
                  + " call ran.");
    } finally {
      closed.countDown();
    }
  }

  /** More than OkHttp sends at a time to one host, so that some are queued. */
  @Test
  void everyFutureThatIsPendingEnds() {
    CountDownLatch closed = new CountDownLatch(1);
    server.calls(
        request -> {
          closed.await();
          return Replies.json(Replies.PROJECT);
        });
    Visibuild visibuild = server.open(builder());
    Calls calls = visibuild.readAccess().implement(Calls.class);
    List<CompletableFuture<Project>> futures =
        Stream.generate(() -> ClientCalls.async(calls.project("p1"))).limit(20).toList();
    Threads.await(() -> !server.calls().isEmpty());

    visibuild.close();
    visibuild.close();

    try {
      assertThat(futures)
          .allSatisfy(
              future ->
                  assertThatThrownBy(() -> future.get(30, SECONDS))
                      .hasCauseInstanceOf(ConnectionException.class)
                      .hasMessageContaining("closed"));
    } finally {
      closed.countDown();
    }
    assertThatThrownBy(() -> ClientCalls.async(calls.project("p1")).get(30, SECONDS))
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("This Visibuild is closed");
  }

  @Test
  void aCallThatWasMadeBeforeIsNotSentAfterwards() {
    Visibuild visibuild = server.open(builder().httpClient(own));
    Call<Project> call = visibuild.readAccess().implement(Calls.class).project("p1");
    // OkHttp's own call is made here.
    assertThat(call.request().url()).isEqualTo(server.url("/api/core/v1/projects/p1"));

    visibuild.close();

    assertThatThrownBy(() -> ClientCalls.execute(call))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("This Visibuild is closed");
    assertThat(server.tokenRequests()).isEmpty();
    assertThat(server.calls()).isEmpty();
  }

  private Visibuild.Builder builder() {
    return server.builder(ClientCredentials.of("id", "secret", Scope.READ));
  }
}
