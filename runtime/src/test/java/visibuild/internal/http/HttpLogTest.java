package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.RequestOptions;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.RecordedLog;
import visibuild.fixture.Replies;

/** The log line of a call, and the values that it leaves out. */
class HttpLogTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final RecordedLog log = new RecordedLog("visibuild.http", Level.FINE);

  @Test
  void aCallIsOneLine() {
    server.calls(Replies.page("null", "a").newBuilder().setHeader("X-Request-Id", "r-7").build());

    ClientCalls.execute(server.readCalls().page(2, "c1"));

    assertThat(log.messages()).hasSize(1);
    assertThat(log.messages().get(0))
        .matches("GET /api/core/v1/projects\\?pageSize=2&next=c1: 200 in \\d+ ms, request r-7");
  }

  @Test
  void aCallThatBrokeOffReportsHow() {
    Calls calls = server.readCalls();
    server.tokens(request -> Replies.empty(401));

    assertThat(catchThrowable(() -> ClientCalls.execute(calls.project("p1")))).isNotNull();

    assertThat(log.messages().get(0))
        .startsWith("GET /api/core/v1/projects/p1: WrappedApiIOException in ");
  }

  @Test
  void ofAnotherOriginTheHostAloneIsLogged() throws Exception {
    String signed =
        server.url("/x?signature=sentinel").newBuilder().host("127.0.0.1").build().toString();

    server.readCalls().at(signed).execute();

    assertThat(log.messages().get(0)).startsWith("GET 127.0.0.1: 200 in ");
  }

  @Test
  void noHeaderIsLogged() {
    ClientCalls.execute(
        server.readCalls().project("p1", RequestOptions.none().header("X-Key", "sentinel")));

    assertThat(log.messages())
        .noneMatch(line -> line.contains("sentinel") || line.contains("token"));
  }

  @Test
  void nothingIsLoggedBelowTheLevel() {
    Logger.getLogger("visibuild.http").setLevel(Level.INFO);

    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(log.messages()).isEmpty();
  }
}
