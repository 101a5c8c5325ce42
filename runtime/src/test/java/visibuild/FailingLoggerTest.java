package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** A logger of the program that throws: calls, tokens and usage records do not depend on it. */
@Timeout(60)
class FailingLoggerTest {
  private static final Project TOWER = new Project("p1", "Tower");

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  /** Held here, because the log manager holds loggers weakly. */
  private final Logger logger = Logger.getLogger("visibuild");

  private final List<String> lines = new ArrayList<>();
  private final Handler failing =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
          throw new IllegalStateException("The disk of the log is full.");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void install() {
    logger.addHandler(failing);
    logger.setLevel(Level.ALL);
  }

  @AfterEach
  void remove() {
    logger.removeHandler(failing);
    logger.setLevel(null);
  }

  @Test
  void pauseAfterA429_endsAsUsual() {
    server.calls(
        Replies.empty(429).newBuilder().setHeader("Retry-After", "0").build(),
        Replies.json(Replies.PROJECT));
    Calls calls = calls(builder().retries(1));

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(TOWER);
    assertThat(lines).anyMatch(line -> line.contains("pauses for"));
  }

  @Test
  void failingListener_changesNoCall() {
    Calls calls =
        calls(
            builder()
                .callListener(
                    event -> {
                      throw new IllegalStateException("A listener's own failure.");
                    }));

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(TOWER);
    assertThat(lines).anyMatch(line -> line.contains("call listener failed"));
  }

  @Test
  void clientThatIsLogged_isMade() {
    Calls calls = calls(builder().clientAuthorizer((client, scope) -> {}));

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(TOWER);
    assertThat(lines).anyMatch(line -> line.contains("may ask for"));
  }

  @Test
  void warningAboutALegacyToken_changesNoCall() {
    LocalDate tomorrow = LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC);
    Calls calls =
        calls(server.builder(LegacyToken.of("a-token", Scope.READ, tomorrow.plusDays(1))));

    assertThat(ClientCalls.execute(calls.project("p1"))).isEqualTo(TOWER);
    assertThat(lines).anyMatch(line -> line.contains("legacy token expires"));
  }

  @Test
  void recordOfUsage_isKept() {
    AccessUsage usage = new AccessUsage();
    try (AccessUsageLog log =
        AccessUsageLog.builder(usage).program("p").interval(Duration.ofHours(1)).start()) {
      ClientCalls.execute(calls(builder().accessUsage(usage)).project("p1"));

      log.flush();

      assertThat(lines).anyMatch(line -> line.contains("cannot be written"));
    }
  }

  private Visibuild.Builder builder() {
    return server.builder(
        ClientCredentials.of(FakeVisibuild.CLIENT_ID, FakeVisibuild.CLIENT_SECRET, Scope.READ));
  }

  private Calls calls(Visibuild.Builder builder) {
    return server.open(builder).readAccess().implement(Calls.class);
  }
}
