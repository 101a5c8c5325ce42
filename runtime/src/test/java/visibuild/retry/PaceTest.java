package visibuild.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import visibuild.fixture.MutableClock;

/** When calls may go out. */
class PaceTest {
  private final MutableClock clock = new MutableClock();

  @Test
  void withoutARateNobodyWaits() {
    Pace pace = new Pace(Duration.ZERO, clock);

    assertThat(pace.take().until()).isZero();
    assertThat(pace.take().until()).isZero();
  }

  @Test
  void callsAreSpreadEvenly() {
    Pace pace = new Pace(Duration.ofMillis(100), clock);

    assertThat(pace.take().until()).isZero();
    assertThat(pace.take().until()).hasMillis(100);
    assertThat(pace.take().until()).hasMillis(200);
  }

  @Test
  void whatWasNotUsedIsNotSavedUp() {
    Pace pace = new Pace(Duration.ofMillis(100), clock);
    pace.take();
    clock.advance(Duration.ofHours(1));

    assertThat(pace.take().until()).isZero();
    assertThat(pace.take().until()).hasMillis(100);
  }

  @Test
  void inAPauseAllWaitInTheOrderInWhichTheyCame() {
    Pace pace = new Pace(Duration.ZERO, clock);
    pace.pause(Duration.ofSeconds(60));

    assertThat(pace.take().until()).hasMillis(60_000);
    assertThat(pace.take().until()).hasMillis(60_050);
    assertThat(pace.take().until()).hasMillis(60_100);
  }

  @Test
  void whoWaitedForAPauseWaitsForTheNextOneToo() {
    Pace pace = new Pace(Duration.ZERO, clock);
    pace.pause(Duration.ofSeconds(1));
    Pace.Slot slot = pace.take();
    clock.advance(Duration.ofSeconds(1));

    pace.pause(Duration.ofSeconds(60));

    assertThat(pace.isOpen(slot)).isFalse();
    assertThat(pace.take().until()).hasSeconds(60);
  }

  @Test
  void afterAPauseNobodyWaitsAnyMore() {
    Pace pace = new Pace(Duration.ZERO, clock);
    pace.pause(Duration.ofSeconds(60));
    pace.take();
    clock.advance(Duration.ofSeconds(61));

    assertThat(pace.take().until()).isZero();
    assertThat(pace.take().until()).isZero();
  }

  @Test
  void aShorterPauseEndsNoLongerOne() {
    Pace pace = new Pace(Duration.ZERO, clock);
    pace.pause(Duration.ofSeconds(60));
    pace.pause(Duration.ofSeconds(1));

    assertThat(pace.take().until()).hasSeconds(60);
  }
}
