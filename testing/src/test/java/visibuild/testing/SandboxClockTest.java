package visibuild.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
  private static final Instant NOON = Instant.parse("2027-05-31T12:00:00Z");

  @Test
  void clockStandsUntilItIsAdvanced() {
    SandboxClock clock = SandboxClock.standingAt(NOON);
    clock.advance(Duration.ofHours(2));
    clock.advance(Duration.ofMinutes(5));

    assertThat(clock.instant()).isEqualTo("2027-05-31T14:05:00Z");
  }

  @Test
  void clockDoesNotGoBack() {
    assertThatThrownBy(() -> SandboxClock.standing().advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @Test
  void clockGoesOnWithTheOneBelow() {
    SandboxClock below = SandboxClock.standingAt(NOON);
    SandboxClock clock = SandboxClock.over(below);
    clock.advance(Duration.ofHours(1));
    below.advance(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo("2027-05-31T14:00:00Z");
  }

  @Test
  void viewInAnotherZoneSharesTheTime() {
    SandboxClock clock = SandboxClock.standingAt(NOON);
    Clock view = clock.withZone(ZoneId.of("Australia/Brisbane"));
    clock.advance(Duration.ofHours(1));

    assertThat(view.instant()).isEqualTo(clock.instant());
    assertThat(view.getZone()).isEqualTo(ZoneId.of("Australia/Brisbane"));
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void sandboxTakesAClockOfYourOwn() {
    try (VisibuildSandbox sandbox =
        VisibuildSandbox.builder().clock(Clock.fixed(NOON, ZoneOffset.UTC)).start()) {
      sandbox.clock().advance(Duration.ofHours(1));

      assertThat(sandbox.clock().instant()).isEqualTo("2027-05-31T13:00:00Z");
    }
  }
}
