package visibuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.RecordedLog;
import visibuild.fixture.Replies;
import visibuild.fixture.Threads;

/** The longest wait of a call on a connection with default settings: one minute. */
@Timeout(value = 50, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DefaultMaxWaitTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();
  @RegisterExtension final RecordedLog log = new RecordedLog("visibuild", Level.INFO);

  @ParameterizedTest
  @ValueSource(ints = {61, 3600})
  void rateLimitOfMoreThanAMinute_failsTheCallAtOnceWithTheWait(int seconds) {
    server.calls(reply(429, seconds));
    Calls calls = calls(connect());

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOfSatisfying(
              RateLimitedException.class,
              limited ->
                  assertThat(limited.retryAfter())
                      .isPositive()
                      .isLessThanOrEqualTo(Duration.ofSeconds(seconds)));
    }

    assertThat(server.calls()).as("the later calls are not sent").hasSize(1);
  }

  @Test
  void waitOfAMinute_isBegunAndLogged() {
    server.calls(reply(503, 60));
    Visibuild visibuild = connect();
    CompletableFuture<Project> waiting = ClientCalls.async(calls(visibuild).project("p1"));

    Threads.await(
        () ->
            log.records().stream()
                .anyMatch(line -> line.getMessage().contains("waits for 60.0 s")));

    visibuild.close();
    assertThatThrownBy(() -> waiting.get(30, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConnectionException.class);
  }

  private Visibuild connect() {
    return server.open(
        Visibuild.builder()
            .baseUrl(server.url("/").toString())
            .credential(ClientCredentials.of("id", "secret", Scope.READ)));
  }

  private static Calls calls(Visibuild visibuild) {
    return visibuild.readAccess().implement(Calls.class);
  }

  private static MockResponse reply(int status, int retryAfterSeconds) {
    return Replies.empty(status)
        .newBuilder()
        .setHeader("Retry-After", String.valueOf(retryAfterSeconds))
        .build();
  }
}
