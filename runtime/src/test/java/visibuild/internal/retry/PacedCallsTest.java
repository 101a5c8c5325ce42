package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import visibuild.ClientCredentials;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;

/** A rate limit on a real connection. */
@Timeout(180)
class PacedCallsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void aTurnThatIsTooFarAwayIsRefusedAtOnceAndNotTakenFromOthers() {
    Calls calls = oneAnHour();
    ClientCalls.execute(calls.project("p1"));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
          .isInstanceOf(ConnectionException.class)
          .hasMessageStartingWith(
              "GET api/core/v1/projects/{id} was not sent, because the rate limit")
          .hasMessageMatching(".*its turn would come in 35\\d\\d\\.\\d s.*|.* 3600\\.0 s.*");
    }
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void theClockOfTokensIsNotThatOfThePace() {
    Calls calls = oneAnHour();
    ClientCalls.execute(calls.project("p1"));

    server.clock.advance(Duration.ofMinutes(61));

    assertThatThrownBy(() -> ClientCalls.execute(calls.project("p1")))
        .hasMessageContaining("the rate limit of this connection");
  }

  private Calls oneAnHour() {
    ClientCredentials credential = ClientCredentials.of("id", "secret", Scope.READ);
    return server
        .open(
            server
                .builder(credential)
                .rateLimit(1, Duration.ofHours(1))
                .callTimeout(Duration.ofSeconds(50)))
        .readAccess()
        .implement(Calls.class);
  }
}
