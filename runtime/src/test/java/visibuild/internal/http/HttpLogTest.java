package visibuild.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.RequestOptions;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** What is logged of calls, and what is not. */
class HttpLogTest {
  private static final Logger LOGGER = Logger.getLogger("visibuild.http");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOGGER.setLevel(Level.FINE);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(handler);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }

  @Test
  void aCallIsOneLine() {
    server.calls(Replies.page("null", "a").newBuilder().setHeader("X-Request-Id", "r-7").build());

    ClientCalls.execute(server.readCalls().page(2, "c1"));

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .matches("GET /api/core/v1/projects\\?pageSize=2&next=c1: 200 in \\d+ ms, request r-7");
  }

  @Test
  void aCallThatBrokeOffReportsHow() {
    Calls calls = server.readCalls();
    server.tokens(request -> Replies.empty(401));

    assertThat(catchThrowable(() -> ClientCalls.execute(calls.project("p1")))).isNotNull();

    assertThat(lines.get(0)).startsWith("GET /api/core/v1/projects/p1: WrappedApiIOException in ");
  }

  @Test
  void ofAnotherOriginTheHostAloneIsLogged() throws Exception {
    String signed =
        server.url("/x?signature=sentinel").newBuilder().host("127.0.0.1").build().toString();

    server.readCalls().at(signed).execute();

    assertThat(lines.get(0)).startsWith("GET 127.0.0.1: 200 in ");
  }

  @Test
  void noHeaderIsLogged() {
    ClientCalls.execute(
        server.readCalls().project("p1", RequestOptions.none().header("X-Key", "sentinel")));

    assertThat(lines).noneMatch(line -> line.contains("sentinel") || line.contains("token"));
  }

  @Test
  void nothingIsLoggedBelowTheLevel() {
    LOGGER.setLevel(Level.INFO);

    ClientCalls.execute(server.readCalls().project("p1"));

    assertThat(lines).isEmpty();
  }
}
