package visibuild.internal.adapter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import visibuild.ConnectionException;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.KeepAliveServer.Reply;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Response bodies that end early: the read is repeated where the value is decoded here. */
@Tag("slow")
@Timeout(180)
class BrokenBodyTest {
  private static final Project TOWER = new Project("p1", "Tower");

  private KeepAliveServer server;
  private Visibuild visibuild;

  static Stream<Reply> brokenBodies() {
    String half = Replies.PROJECT.substring(0, 20);
    return Stream.of(
        KeepAliveServer.reply("200 OK", "Content-Length: 500", Replies.PROJECT, true),
        KeepAliveServer.reply("200 OK", "Content-Length: 500", half, true),
        KeepAliveServer.reply("200 OK", "Transfer-Encoding: chunked", "14\r\n" + half, true),
        KeepAliveServer.reply(
            "200 OK", "Transfer-Encoding: chunked", "14\r\n" + half + "\r\nzz\r\n", true));
  }

  @BeforeEach
  void start() throws Exception {
    server = new KeepAliveServer();
  }

  @AfterEach
  void stop() {
    visibuild.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void aReadWhoseBodyBreaksOff_isRepeated(Reply broken) {
    Calls calls = calls(server.builder(), 2, broken);

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(TOWER);
    assertThat(server.calls()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void aFutureWhoseBodyBreaksOff_isRepeated(Reply broken) throws Exception {
    Calls calls = calls(server.builder(), 2, broken);

    assertThat(ClientCalls.async(calls.project("p1")).get(60, SECONDS)).isEqualTo(TOWER);
    assertThat(server.calls()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void aWriteWhoseResponseBreaksOff_isNotRepeated(Reply broken) {
    Calls calls = calls(server.builder(), 1, broken);

    assertThatThrownBy(() -> ClientCalls.execute(calls.create(TOWER)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith("POST api/core/v1/projects got no response from localhost: the");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aBodyThatAlwaysBreaksOff_failsAfterTheLastRetry() {
    Calls calls = calls(server.builder().retries(2), 99, brokenBodies().findFirst().orElseThrow());

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("the connection failed (ProtocolException).");
    assertThat(server.calls()).hasSize(3);
  }

  @Test
  void withoutRetries_nothingIsRepeated() {
    Calls calls = calls(server.builder().retries(0), 99, brokenBodies().findFirst().orElseThrow());

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void theTimeoutOfTheCall_limitsAllAttemptsTogether() {
    Calls calls =
        calls(
            server.builder().retries(20).callTimeout(Duration.ofMillis(700)),
            99,
            brokenBodies().findFirst().orElseThrow());
    long start = System.nanoTime();

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void aCancelledCall_isNotRepeated() throws Exception {
    Reply broken = brokenBodies().findFirst().orElseThrow();
    visibuild = server.builder().retries(20).build();
    Calls calls = visibuild.writeAccess().implement(Calls.class);
    Call<Project> call = ClientCalls.call(calls.project("p1"));
    server.calls(
        line -> {
          if (server.calls().size() == 2) {
            call.cancel();
          }
          return broken;
        });

    assertThatThrownBy(call::execute)
        .isInstanceOf(ConnectionException.class)
        .hasMessageEndingWith("the call was cancelled.");
    assertThat(server.calls()).hasSizeLessThanOrEqualTo(3);
    assertThat(call.isCanceled()).isTrue();
  }

  private Calls calls(Visibuild.Builder builder, int breaks, Reply broken) {
    server.calls(
        line -> server.calls().size() <= breaks ? broken : KeepAliveServer.ok(Replies.PROJECT));
    visibuild = builder.build();
    return visibuild.writeAccess().implement(Calls.class);
  }
}
