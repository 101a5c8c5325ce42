package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.Visibuild;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.KeepAliveServer;
import visibuild.fixture.KeepAliveServer.Reply;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Responses behind which another one follows on the connection. */
@Timeout(60)
class FinalStatusTest {
  private static final String OTHER = Replies.PROJECT.replace("p1", "other");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101 Switching Protocols",
        "000 Odd",
        "042 Odd",
        "200 OK\r\nContent-Length: 7\r\nContent-Length: 0"
      })
  void responseBehindAnInvalidOne_isNotTakenForTheNextOne(String status) throws Exception {
    try (KeepAliveServer server = new KeepAliveServer();
        Visibuild visibuild = server.builder().retries(0).build()) {
      Calls calls = callsAfter(status, server, visibuild);

      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(ConnectionException.class);
      assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
    }
  }

  @Test
  void writeWithAStatusThatIsNotFinal_isNotRepeated() throws Exception {
    try (KeepAliveServer server = new KeepAliveServer();
        Visibuild visibuild = server.builder().retries(3).build()) {
      Calls calls = callsAfter("101 Switching Protocols", server, visibuild);

      assertThatThrownBy(() -> ClientCalls.execute(calls.create(new Project("p1", null))))
          .isInstanceOf(ConnectionException.class);
      assertThat(server.calls()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
  void responseBehindAnInformationalOne_isTheResponse(String status) throws Exception {
    try (KeepAliveServer server = new KeepAliveServer();
        Visibuild visibuild = server.builder().retries(0).build()) {
      Calls calls = callsAfter(status, server, visibuild);

      assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("other");
      assertThat(ClientCalls.execute(calls.project("p1")).id()).isEqualTo("p1");
    }
  }

  /** The first response has {@code status}, and another response behind it. */
  private static Calls callsAfter(String status, KeepAliveServer server, Visibuild visibuild) {
    AtomicInteger responses = new AtomicInteger();
    server.calls(
        line ->
            responses.getAndIncrement() == 0
                ? new Reply(
                    "HTTP/1.1 " + status + "\r\n\r\n" + KeepAliveServer.ok(OTHER).text(), false)
                : KeepAliveServer.ok(Replies.PROJECT));
    return visibuild.writeAccess().implement(Calls.class);
  }
}
