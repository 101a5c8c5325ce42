package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.HttpOptions;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.Project;
import visibuild.fixture.RawServer;
import visibuild.fixture.Replies;
import visibuild.fixture.Sockets;
import visibuild.fixture.Threads;

/** Servers that close idle connections, as Node and Apache do after five seconds. */
@Tag("slow")
@Timeout(180)
class StaleConnectionTest {
  private static final int WRITES = 500;

  private final List<AutoCloseable> resources = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable resource : resources) {
      resource.close();
    }
  }

  @Test
  void writesOnClosedConnections_areAllDoneOnce() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    Calls calls = calls(server.builder().retries(0));

    writeAndClose(server, calls, WRITES);

    assertThat(server.calls()).containsExactlyElementsOf(bodies(WRITES));
    assertThat(server.accepted()).isGreaterThanOrEqualTo(WRITES);
  }

  @Test
  void writesOnClosedTlsConnections_areAllDoneOnce() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates keys =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    KeepAliveServer server =
        opened(new KeepAliveServer(keys.sslContext().getServerSocketFactory(), /* isTls= */ true));
    HttpOptions trusting = HttpOptions.defaults().trustedCertificates(certificate.certificate());
    Calls calls = calls(server.builder().retries(0).http(trusting));

    writeAndClose(server, calls, 50);

    assertThat(server.calls()).containsExactlyElementsOf(bodies(50));
  }

  @Test
  void writesThroughASocketFactoryOfTheProgram_areAllDoneOnce() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    SocketFactory plain = new Sockets(wanted -> wanted);
    OkHttpClient http = new OkHttpClient.Builder().socketFactory(plain).build();
    Calls calls = calls(server.builder().retries(0).httpClient(http));

    writeAndClose(server, calls, 50);

    assertThat(server.calls()).containsExactlyElementsOf(bodies(50));
  }

  @Test
  void aReusedConnectionThatIsOpen_servesTheNextWrites() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    Calls calls = calls(server.builder());

    for (int i = 0; i < 20; i++) {
      write(calls, i);
    }

    assertThat(server.accepted()).isEqualTo(1);
    assertThat(server.calls()).containsExactlyElementsOf(bodies(20));
  }

  @Test
  void manyPooledConnectionsThatAreAllClosed_areAllPassedOver() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    HttpOptions pool = HttpOptions.defaults().connectionPool(40, Duration.ofMinutes(5));
    Calls calls = calls(server.builder().retries(0).http(pool));
    Threads.atOnce(20, () -> ClientCalls.execute(calls.project("p1")));

    server.closeIdleConnections();
    write(calls, 0);

    assertThat(server.calls()).last().isEqualTo(bodies(1).get(0));
  }

  @Test
  void aTokenRequestOnAClosedConnection_isSentOnAnother() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    Calls calls = calls(server.builder().retries(0));
    ClientCalls.execute(calls.project("p1"));

    server.closeIdleConnections();
    // The first write needs another token.
    write(calls, 0);

    assertThat(server.calls()).last().isEqualTo(bodies(1).get(0));
  }

  @Test
  void aWriteNearTheEndOfTheServersKeepAliveTime_goesOnANewConnection() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    server.header("Keep-Alive: timeout=0");
    Calls calls = calls(server.builder());
    ClientCalls.execute(calls.project("p1"));
    int before = server.accepted();

    write(calls, 0);
    write(calls, 1);

    assertThat(server.accepted()).isGreaterThanOrEqualTo(before + 2);
  }

  /** The server will close, but has not yet, so that no probe sees it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\n",
        "HTTP/1.0 200 OK\r\nConnection: te\r\n",
        "HTTP/1.1 200 OK\r\nConnection: te, close\r\n",
        "HTTP/1.1 200 OK\r\nConnection: Close\r\nConnection: te\r\n",
        "HTTP/1.1 200 OK\r\nKeep-Alive: max=5, timeout=0\r\n",
        "HTTP/1.1 200 OK\r\nKeep-Alive: Max=5, Timeout=0\r\n",
        "HTTP/1.1 200 OK\r\nKEEP-ALIVE: TIMEOUT=0\r\n"
      })
  void aWriteAfterTheLastResponseOfAConnection_goesOnANewConnection(String start) throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    server.calls(line -> lasting(start));
    Calls calls = calls(server.builder().retries(0));
    write(calls, 0);
    int before = server.accepted();

    write(calls, 1);
    write(calls, 2);

    assertThat(server.accepted()).isEqualTo(before + 2);
    assertThat(server.calls()).containsExactlyElementsOf(bodies(3));
  }

  @Test
  void anHttp10ServerThatKeepsConnectionsAlive_servesTheNextWrites() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    server.calls(line -> lasting("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n"));
    Calls calls = calls(server.builder().retries(0));
    write(calls, 0);
    int before = server.accepted();

    write(calls, 1);

    assertThat(server.accepted()).isEqualTo(before);
  }

  /** Some servers announce the end of an idle connection by a 408 that nothing asked for. */
  @Test
  void anUnsolicitedResponseOnAnIdleConnection_isNotTakenForTheResponseToAWrite() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    Calls calls = calls(server.builder().retries(0));

    for (int i = 0; i < 20; i++) {
      write(calls, i);
      server.sendUnsolicited("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
    }

    assertThat(server.calls()).containsExactlyElementsOf(bodies(20));
  }

  /** Without a look at the connection, each of them would be the response to the next read. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnsolicitedResponseOnAnIdleConnection_isNotTakenForTheResponseToARead(boolean isTls)
      throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    KeepAliveServer server =
        opened(
            isTls
                ? new KeepAliveServer(
                    new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslContext()
                        .getServerSocketFactory(),
                    isTls)
                : new KeepAliveServer());
    HttpOptions trusting = HttpOptions.defaults().trustedCertificates(certificate.certificate());
    Calls calls = calls(server.builder().retries(0).http(trusting));
    String other = Replies.PROJECT.replace("p1", "p9");
    String unsolicited =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(other.length(), other);

    for (int i = 0; i < 10; i++) {
      assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
      server.sendUnsolicited(
          i % 2 == 0
              ? unsolicited
              : "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    assertThat(server.calls()).hasSize(10);
  }

  private static KeepAliveServer.Reply lasting(String start) {
    return new KeepAliveServer.Reply(
        start
            + "Content-Type: application/json\r\nContent-Length: "
            + Replies.PROJECT.length()
            + "\r\n\r\n"
            + Replies.PROJECT,
        /* closes= */ false);
  }

  @Test
  void aServerThatAcceptsAndClosesAtOnce_isNotTriedForEver() throws Exception {
    KeepAliveServer server = opened(new KeepAliveServer());
    Calls calls = calls(server.builder().retries(0));
    write(calls, 0);
    server.close();

    assertThatThrownBy(() -> write(calls, 1)).isInstanceOf(ConnectionException.class);
  }

  @Test
  void anInterrupt_endsAReadThatBlocksInTheSocket() throws Exception {
    try (RawServer silent = new RawServer(client -> client.getInputStream().read(new byte[1]))) {
      Visibuild visibuild =
          opened(
              Visibuild.builder()
                  .baseUrl(silent.url().toString())
                  .credential(LegacyToken.of("a-token", Scope.READ_WRITE))
                  .build());
      Calls calls = visibuild.readAccess().implement(Calls.class);
      Thread test = Thread.currentThread();
      Future<Object> interruption =
          Threads.started(
              () -> {
                Threads.await(() -> silent.connections() == 1);
                test.interrupt();
                return null;
              });

      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("the thread was interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(interruption.get()).isNull();
    }
  }

  private static void writeAndClose(KeepAliveServer server, Calls calls, int writes)
      throws Exception {
    for (int i = 0; i < writes; i++) {
      write(calls, i);
      server.closeIdleConnections();
    }
  }

  private static void write(Calls calls, int number) {
    ClientCalls.execute(calls.create(new Project("p" + number, null)));
  }

  private static List<String> bodies(int writes) {
    return IntStream.range(0, writes).mapToObj(i -> "POST {\"id\":\"p" + i + "\"}").toList();
  }

  private Calls calls(Visibuild.Builder builder) {
    return opened(builder.build()).writeAccess().implement(Calls.class);
  }

  private <T extends AutoCloseable> T opened(T resource) {
    resources.add(0, resource);
    return resource;
  }
}
