package visibuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A connection from its beginning to its end. */
@Tag("slow")
class ConnectionTest {
  private static final ClientCredentials CREDENTIAL =
      ClientCredentials.of("id", "secret", Scope.READ);

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void nothingIsRequestedBeforeTheFirstCall() {
    Visibuild visibuild = server.connect(Scope.READ_WRITE);
    visibuild.writeAccess().implement(Calls.class).project("p1");

    assertThat(server.tokenRequests()).isEmpty();
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void fiftyFirstCallsShareOneTokenRequest() throws Exception {
    CountDownLatch ready = new CountDownLatch(50);
    server.tokens(
        request -> {
          ready.await();
          return server.grant(request);
        });
    Calls calls = server.readCalls();
    ExecutorService threads = Executors.newFixedThreadPool(50);
    List<Future<Project>> replies = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      replies.add(
          threads.submit(
              () -> {
                ready.countDown();
                return ClientCalls.execute(calls.project("p1"));
              }));
    }
    for (Future<Project> reply : replies) {
      assertThat(reply.get(30, SECONDS).id()).isEqualTo("p1");
    }
    threads.shutdown();

    assertThat(server.tokenRequests()).hasSize(1);
    assertThat(server.authorizations()).hasSize(50).containsOnly("Bearer token-1");
  }

  @Test
  void noCallWaitsForARenewal() throws Exception {
    Calls calls = server.readCalls();
    ClientCalls.execute(calls.project("p1"));
    CountDownLatch renewing = new CountDownLatch(1);
    CountDownLatch completed = new CountDownLatch(1);
    server.tokens(
        request -> {
          renewing.countDown();
          completed.await();
          return server.grant(request);
        });
    server.clock.advance(Duration.ofMinutes(50));

    ClientCalls.execute(calls.project("p1"));
    boolean renewalRan = renewing.await(60, SECONDS);
    completed.countDown();

    assertThat(renewalRan).isTrue();
    assertThat(server.authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
  }

  @Test
  void everyCallThatWaitsForAFailedTokenRequestGetsTheReason() {
    server.tokens(request -> Replies.json(401, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void afterAFailedFirstRequestTheNextCallAsksAgain() {
    server.tokens(request -> Replies.empty(503));
    Calls calls = server.readCalls();
    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ServerException.class);
    server.tokens(server::grant);

    server.clock.advance(Duration.ofMinutes(2));

    assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
  }

  @Test
  void aMapperOfTheUserIsUsed() {
    ObjectMapper mapper =
        Visibuild.newObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    Calls calls =
        server
            .open(server.builder(CREDENTIAL).objectMapper(mapper))
            .readAccess()
            .implement(Calls.class);
    server.calls(Replies.json("{\"data\":{\"project\":{\"id\":\"p1\",\"unknown\":1}}}"));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("unknown");
  }

  @Test
  void everyNewMapperIsItsOwn() {
    ObjectMapper first = Visibuild.newObjectMapper();
    first.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    assertThat(
            Visibuild.newObjectMapper()
                .isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
        .isFalse();
  }

  @Test
  void closeEndsTheThreadsThatFetchTokens() throws Exception {
    Visibuild visibuild = server.connect(Scope.READ);
    Set<Thread> before = threads();
    ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1"));
    Set<Thread> started = threads();
    started.removeAll(before);
    assertThat(started).as("threads of this connection").isNotEmpty();

    visibuild.close();

    for (Thread thread : started) {
      thread.join(Duration.ofSeconds(60).toMillis());
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void closeEndsTheThreadsOfCallsInTheBackground() throws Exception {
    Visibuild visibuild = server.connect(Scope.READ);
    ClientCalls.async(visibuild.readAccess().implement(Calls.class).project("p1")).get(60, SECONDS);

    visibuild.close();

    assertThatThrownBy(
            () ->
                ClientCalls.async(visibuild.readAccess().implement(Calls.class).project("p1"))
                    .get(60, SECONDS))
        .hasCauseInstanceOf(ConnectionException.class)
        .hasMessageContaining("This Visibuild is closed");
  }

  @Test
  void closeEndsATokenRequestThatGetsNoResponse() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    server.tokens(
        request -> {
          asked.countDown();
          end.await();
          return server.grant(request);
        });
    Visibuild visibuild = server.connect(Scope.READ);
    Future<Project> reply =
        ClientCalls.async(visibuild.readAccess().implement(Calls.class).project("p1"));
    asked.await();

    visibuild.close();

    assertThatThrownBy(() -> reply.get(60, SECONDS)).hasCauseInstanceOf(ConnectionException.class);
    end.countDown();
  }

  @Test
  void toCloseAgainDoesNothing() {
    Visibuild visibuild = server.connect(Scope.READ);
    visibuild.close();
    visibuild.close();

    assertThat(server.tokenRequests()).isEmpty();
  }

  @Test
  void aCallAfterCloseFailsAtOnce() {
    Visibuild visibuild = server.connect(Scope.READ);
    visibuild.close();

    assertThatThrownBy(
            () -> ClientCalls.execute(visibuild.readAccess().implement(Calls.class).project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("This Visibuild is closed");
    assertThat(server.tokenRequests()).isEmpty();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("visibuild-"))
        .collect(Collectors.toSet());
  }
}
