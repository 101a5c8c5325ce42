package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.LegacyToken;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.VisibuildException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.HostileText;
import visibuild.fixture.RawServer;

/** Servers whose bytes an HTTP library quotes in its message, which becomes a cause. */
class ForeignCauseTest {
  private static final HttpUrl URL = HttpUrl.get("https://example.com/");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 2\u001b[31m\r\n\r\n",
        "HTTP/1.1 -12 \u001b[31m\r\nContent-Length: 0\r\n\r\n",
        "SSH-2.0-\u001b[31m\u009bserver\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: \u001b[31m\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2, 40\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nz\u001b[31m\r\n"
      })
  void brokenResponse_isAConnectionFailureWithCleanMessagesInAllCauses(String response)
      throws IOException {
    try (RawServer server = new RawServer(client -> RawServer.write(client, response));
        Visibuild visibuild =
            Visibuild.builder()
                .baseUrl(server.url().toString())
                .credential(LegacyToken.of("a-token", Scope.READ))
                .retries(0)
                .build()) {
      Calls calls = visibuild.readAccess().implement(Calls.class);

      Throwable failure = catchThrowable(() -> ClientCalls.execute(calls.project("p1")));

      assertThat(failure).isInstanceOf(ConnectionException.class);
      assertThat(messages(failure)).allSatisfy(ForeignCauseTest::assertClean);
    }
  }

  @Test
  void uncleanCauseAtAnyDepth_isCopiedWithItsStackTrace() {
    IOException inner = new IOException(HostileText.TEXT);
    IOException outer = new IOException("outer", new IOException("middle", inner));

    VisibuildException failure = TransportErrors.of(outer, "GET x", URL);

    assertThat(messages(failure)).hasSize(4).allSatisfy(ForeignCauseTest::assertClean);
    assertThat(failure.getCause().getStackTrace()).isEqualTo(outer.getStackTrace());
  }

  @Test
  void cleanCause_isKeptItself() {
    IOException cause = new IOException("unexpected end of stream");

    assertThat(TransportErrors.of(cause, "GET x", URL)).hasCause(cause);
  }

  /** A program may look for its own exception, such as one that its interceptor threw. */
  @Test
  void causeOfTheProgram_keepsItsType() {
    class OwnException extends IOException {
      private static final long serialVersionUID = 1L;

      OwnException() {
        super("first line\nsecond line");
      }
    }

    assertThat(TransportErrors.of(new OwnException(), "GET x", URL).getCause())
        .isInstanceOf(OwnException.class);
  }

  @Test
  void causesInACircle_endTheSearch() {
    IOException first = new IOException(HostileText.TEXT);
    IOException second = new IOException("second", first);
    first.initCause(second);

    Throwable cause = TransportErrors.of(second, "GET x", URL).getCause();

    assertThat(cause.getMessage()).contains("second");
    assertThat(HostileText.unsafe(cause.getCause().getMessage())).isEmpty();
  }

  private static void assertClean(String message) {
    assertThat(HostileText.unsafe(message)).as(message).isEmpty();
  }

  private static List<String> messages(Throwable failure) {
    List<String> messages = new ArrayList<>();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.add(each.toString());
    }
    return messages;
  }
}
