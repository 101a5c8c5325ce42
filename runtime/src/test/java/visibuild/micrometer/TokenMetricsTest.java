package visibuild.micrometer;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  @Test
  void aCounterHasTagsForScopeAndFailure() {
    metrics.on(failed(false));
    metrics.on(new TokenEvent.StoreAvailable());

    assertThat(
            registry
                .get("visibuild.token.events")
                .tags("event", "failed", "scope", "read", "failure", "ConnectionException")
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(
            registry
                .get("visibuild.token.events")
                .tags("event", "store_available", "scope", "none", "failure", "none")
                .counter()
                .count())
        .isEqualTo(1);
  }

  /** All kinds, whose names {@code docs/explanation/tokens.md} lists. */
  static Stream<TokenEvent> events() {
    Set<String> read = Set.of("read");
    return Stream.of(
        new TokenEvent.Requested(Scope.READ),
        new TokenEvent.Refreshed(Scope.READ, read, Duration.ofHours(1)),
        failed(false),
        new TokenEvent.Rejected(Scope.READ),
        new TokenEvent.ScopeDenied(Scope.READ_WRITE, read),
        new TokenEvent.ExcessScopeGranted(Scope.READ, read),
        new TokenEvent.LifetimeAssumed(Scope.READ, Duration.ofHours(1)),
        new TokenEvent.RepeatedlyRevoked(Scope.READ),
        new TokenEvent.ExpiryApproaching(Instant.EPOCH, Duration.ofDays(1)),
        new TokenEvent.TakenFromStore(Scope.READ, Set.of("read"), Duration.ofHours(1)),
        new TokenEvent.StoreEntryUndecryptable(Scope.READ),
        new TokenEvent.StoreUnavailable("reason"),
        new TokenEvent.StoreAvailable());
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventHasTheNameOfItsClassInSnakeCase(TokenEvent event) {
    metrics.on(event);

    String name =
        event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(ROOT);
    assertThat(count(name)).isEqualTo(1);
  }

  @Test
  void noEventIsMissingHere() {
    assertThat(events().map(Object::getClass).map(Class::getName))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TokenEvent.class.getDeclaredClasses()).map(Class::getName).toList());
  }

  private static TokenEvent failed(boolean stillServed) {
    return new TokenEvent.Failed(
        Scope.READ, new ConnectionException("message", null), Duration.ZERO, stillServed);
  }

  private double count(String event) {
    return registry.get("visibuild.token.events").tag("event", event).counter().count();
  }
}
