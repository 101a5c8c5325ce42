package visibuild.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import visibuild.ConnectionException;
import visibuild.Scope;
import visibuild.TokenEvent;

/** Each event is counted under its name. */
class TokenMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TokenMetrics metrics = new TokenMetrics(registry);

  @Test
  void countsEachEventUnderItsName() {
    metrics.on(new TokenEvent.Requested(Scope.READ));
    metrics.on(new TokenEvent.Requested(Scope.READ));
    metrics.on(new TokenEvent.ScopeDenied(Scope.READ_WRITE, Set.of("read")));

    assertThat(count("requested")).isEqualTo(2);
    assertThat(count("scope_denied")).isEqualTo(1);
  }

  @Test
  void aFailureThatNoCallSeesIsCountedApart() {
    metrics.on(failed(true));
    metrics.on(failed(false));

    assertThat(count("served_despite_failure")).isEqualTo(1);
    assertThat(count("failed")).isEqualTo(1);
  }

  private static TokenEvent failed(boolean stillServed) {
    return new TokenEvent.Failed(
        Scope.READ, new ConnectionException("message", null), Duration.ZERO, stillServed);
  }

  private double count(String event) {
    return registry.get("visibuild.token.events").tag("event", event).counter().count();
  }
}
