package visibuild.internal.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import visibuild.AccessUsage;
import visibuild.AccessUsage.MethodCalls;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Called;
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
    return brokenBodies(Replies.PROJECT);
  }

  static Stream<Reply> brokenPages() {
    return brokenBodies(page("null", "p2"));
  }

  private static Stream<Reply> brokenBodies(String json) {
    String half = json.substring(0, 20);
    return Stream.of(
        KeepAliveServer.reply("200 OK", "Content-Length: 500", json, true),
        KeepAliveServer.reply("200 OK", "Content-Length: 500", half, true),
        KeepAliveServer.reply("200 OK", "Transfer-Encoding: chunked", "14\r\n" + half, true),
        KeepAliveServer.reply(
            "200 OK", "Transfer-Encoding: chunked", "14\r\n" + half + "\r\nzz\r\n", true),
        truncatedGzip(json));
  }

  /** The length is right, and the compressed text in it is not complete. */
  private static Reply truncatedGzip(String json) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(json.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String half = compressed.toString(ISO_8859_1).substring(0, compressed.size() / 2);
    String headers = "Content-Encoding: gzip\r\nContent-Length: " + half.length();
    return KeepAliveServer.reply("200 OK", headers, half, false);
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
  @MethodSource("brokenPages")
  void aSecondPageThatBreaksOff_isRequestedAgain(Reply broken) throws Exception {
    AtomicInteger secondPages = new AtomicInteger();
    server.calls(
        line -> {
          if (!line.contains("next=")) {
            return KeepAliveServer.ok(page("\"c1\"", "p1"));
          }
          return secondPages.getAndIncrement() == 0
              ? broken
              : KeepAliveServer.ok(page("null", "p2"));
        });
    visibuild = server.builder().build();
    Calls calls = visibuild.readAccess().implement(Calls.class);

    assertThat(ClientCalls.paged(calls::page).stream().map(Project::id))
        .containsExactly("p1", "p2");
    secondPages.set(0);
    assertThat(Called.back(ClientCalls.paged(calls::page).publisher()).get(60, SECONDS))
        .isNotNull();
  }

  private static String page(String next, String id) {
    return "{\"data\":{\"projects\":[{\"id\":\"%s\"}]},\"pagination\":{\"next\":%s}}"
        .formatted(id, next);
  }

  /** By a call that waits, one in the background, and a copy of it. */
  @Test
  void aReadThatIsRepeated_isCountedOnce() throws Exception {
    AccessUsage usage = new AccessUsage();
    Reply broken = brokenBodies().findFirst().orElseThrow();
    Calls calls = calls(server.builder().accessUsage(usage), 2, broken);
    ClientCalls.execute(calls.project("p1"));
    assertThat(server.calls()).hasSize(3);
    assertThat(usage.calls())
        .containsExactly(new MethodCalls(Calls.class.getName(), "project", Scope.READ, 1));

    ClientCalls.async(calls.project("p1")).get(60, SECONDS);
    ClientCalls.execute(calls.project("p1").clone());

    assertThat(usage.calls())
        .containsExactly(new MethodCalls(Calls.class.getName(), "project", Scope.READ, 3));
  }

  @Test
  void retriesOfAllKinds_areCountedTogether() {
    server.calls(
        line ->
            server.calls().size() % 2 == 1
                ? KeepAliveServer.reply(
                    "503 Unavailable", "Retry-After: 0\r\nContent-Length: 0", "", false)
                : brokenBodies().findFirst().orElseThrow());
    visibuild = server.builder().retries(3).build();
    Calls calls = visibuild.readAccess().implement(Calls.class);

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class);

    assertThat(server.calls()).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("brokenBodies")
  void aWriteWhoseResponseBreaksOff_isNotRepeated(Reply broken) {
    Calls calls = calls(server.builder(), 1, broken);

    assertThatThrownBy(() -> ClientCalls.execute(calls.create(TOWER)))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "POST api/core/v1/projects got a response from localhost that broke off: the");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aBodyThatAlwaysBreaksOff_failsAfterTheLastRetry() {
    Calls calls = calls(server.builder().retries(2), 99, brokenBodies().findFirst().orElseThrow());

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "GET api/core/v1/projects/{id} got a response from localhost that broke off: the"
                + " connection failed (ProtocolException).");
    assertThat(server.calls()).hasSize(3);
  }

  /** Retrofit reads such a body itself. */
  @ParameterizedTest
  @MethodSource("brokenBodies")
  void aRawBodyThatBreaksOff_isRepeatedAndReportedLikeADecodedOne(Reply broken) throws Exception {
    Calls calls = calls(server.builder(), 2, broken);
    assertThat(ClientCalls.executeBody(calls.at("api/core/v1/raw")).string())
        .isEqualTo(Replies.PROJECT);

    server.calls(line -> broken);

    assertThatThrownBy(() -> ClientCalls.executeBody(calls.at("api/core/v1/raw")))
        .isInstanceOf(ConnectionException.class)
        .hasMessageStartingWith(
            "GET /api/core/v1/raw got a response from localhost that broke off: the connection");
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
