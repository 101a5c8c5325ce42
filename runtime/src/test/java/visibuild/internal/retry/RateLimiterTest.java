package visibuild.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The times at which calls may be sent. */
class RateLimiterTest {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final Request READ =
      new Request.Builder().url("https://app.apac.visibuild.com/x").build();

  private final ClockedWaiting waiting = new ClockedWaiting();
  private final RateLimiter tenASecond = new RateLimiter(Duration.ofMillis(100), waiting::nanos);
  private final RateLimiter free = new RateLimiter(Duration.ZERO, waiting::nanos);

  @Test
  void withoutARateNoCallWaits() {
    assertThat(free.tryAcquire()).isTrue();
    assertThat(free.tryAcquire()).isTrue();
  }

  @Test
  void callsAreSpreadEvenly() {
    assertThat(tenASecond.tryAcquire()).isTrue();
    assertThat(tenASecond.tryAcquire()).isFalse();
    assertThat(tenASecond.join(wakeup(), FOREVER)).hasMillis(100);
    assertThat(tenASecond.join(wakeup(), FOREVER)).hasMillis(200);
  }

  @Test
  void whatWasNotUsedIsNotSavedUp() {
    tenASecond.tryAcquire();
    advance(Duration.ofHours(1));

    assertThat(tenASecond.tryAcquire()).isTrue();
    assertThat(tenASecond.tryAcquire()).isFalse();
  }

  @Test
  void aCallThatWakesLateDoesNotSlowTheRateDown() {
    tenASecond.tryAcquire();
    Wakeup late = joined(tenASecond);
    Wakeup next = joined(tenASecond);
    advance(Duration.ofMillis(103));

    assertThat(tenASecond.turn(late)).isZero();
    assertThat(tenASecond.turn(next)).hasMillis(97);
  }

  @Test
  void aCallThatCannotWaitSoLongTakesNoPlace() {
    tenASecond.tryAcquire();
    for (int i = 0; i < 50; i++) {
      assertThat(tenASecond.join(wakeup(), Duration.ofMillis(99))).hasMillis(100);
    }

    assertThat(tenASecond.join(wakeup(), FOREVER)).hasMillis(100);
  }

  @Test
  void aCallThatLeavesGivesThePlaceBack() {
    tenASecond.tryAcquire();
    Wakeup first = joined(tenASecond);
    Wakeup second = joined(tenASecond);
    Wakeup third = joined(tenASecond);

    tenASecond.leave(second);
    tenASecond.leave(first);

    assertThat(tenASecond.turn(third)).hasMillis(100);
    assertThat(tenASecond.join(wakeup(), FOREVER)).hasMillis(200);
  }

  @Test
  @Timeout(60)
  void pause_wakesAllWaitingCalls_sinceSomeMayNotHaveTheTime() throws Exception {
    tenASecond.tryAcquire();
    Wakeup first = joined(tenASecond);
    Wakeup second = joined(tenASecond);

    tenASecond.pause(Duration.ofMinutes(1));

    first.await(FOREVER);
    second.await(FOREVER);
    assertThat(tenASecond.minimumWait()).hasMinutes(1);
  }

  @Test
  @Timeout(60)
  void aCallThatLeavesOrGoesWakesTheNext() throws Exception {
    tenASecond.tryAcquire();
    Wakeup leaving = joined(tenASecond);
    Wakeup going = joined(tenASecond);
    Wakeup last = joined(tenASecond);

    tenASecond.leave(leaving);
    going.await(FOREVER);
    advance(Duration.ofMillis(100));
    assertThat(tenASecond.turn(going)).isZero();
    last.await(FOREVER);

    assertThat(tenASecond.turn(last)).hasMillis(100);
  }

  @Test
  void inAPauseAllWaitInTheOrderInWhichTheyCame() {
    free.pause(Duration.ofSeconds(60));

    assertThat(free.join(wakeup(), FOREVER)).hasMillis(60_000);
    assertThat(free.join(wakeup(), FOREVER).toMillis()).isBetween(60_045L, 60_050L);
    assertThat(free.join(wakeup(), FOREVER).toMillis()).isBetween(60_085L, 60_100L);
  }

  @Test
  void afterAPause_theRateDoublesUntilItIsWhatItWas() {
    free.pause(Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));

    int inFirstSecond = goneWithin(Duration.ofSeconds(1));
    int inSecond = goneWithin(Duration.ofSeconds(1));
    advance(Duration.ofMillis(1300));

    assertThat(inFirstSecond).isBetween(30, 60);
    assertThat(inSecond).isBetween(5 * inFirstSecond, 7 * inFirstSecond);
    assertThat(free.isRestrained()).isTrue();
    assertThat(free.tryEndRecovery()).isTrue();
    assertThat(free.isRestrained()).isFalse();
  }

  @Test
  void anotherPause_beginsTheSlowStartAnew() {
    free.pause(Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));
    goneWithin(Duration.ofSeconds(2));
    free.pause(Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));

    assertThat(goneWithin(Duration.ofSeconds(1))).isBetween(30, 60);
  }

  @Test
  void aPauseThatNoCallFollows_keepsTheSlowStartForTheNextCalls() {
    free.pause(Duration.ofSeconds(1));
    advance(Duration.ofHours(1));

    assertThat(free.tryEndRecovery()).isFalse();
    assertThat(goneWithin(Duration.ofSeconds(1))).isBetween(30, 60);
  }

  @Test
  void aConfiguredRate_isNotExceededByASlowStart() {
    tenASecond.pause(Duration.ofSeconds(1));
    advance(Duration.ofSeconds(1));

    assertThat(goneWithin(tenASecond, Duration.ofSeconds(3))).isBetween(29, 31);
  }

  @Test
  void aSecondPauseLetsNoCallIn() {
    free.pause(Duration.ofSeconds(1));
    Wakeup first = joined(free);
    advance(Duration.ofSeconds(1));
    free.pause(Duration.ofSeconds(60));
    assertThat(free.turn(first)).hasSeconds(60);
    Wakeup newcomer = joined(free);
    advance(Duration.ofSeconds(60));

    assertThat(free.turn(newcomer)).isPositive();
    assertThat(free.turn(first)).isZero();
    assertThat(free.turn(newcomer)).hasMillis(50);
  }

  @Test
  void noCallOvertakesWaitingCallsAfterAPause() {
    free.pause(Duration.ofSeconds(60));
    Wakeup first = joined(free);
    advance(Duration.ofSeconds(61));

    assertThat(free.tryAcquire()).isFalse();
    assertThat(free.turn(first)).isZero();
  }

  @Test
  void afterAPauseThatAllGaveUp_theNextCallGoesAtOnce() {
    free.pause(Duration.ofSeconds(60));
    for (int i = 0; i < 3000; i++) {
      free.leave(joined(free));
    }
    advance(Duration.ofSeconds(60));

    assertThat(free.tryAcquire()).isTrue();
  }

  @Test
  void aShorterPauseEndsNoLongerOne() {
    free.pause(Duration.ofSeconds(60));
    free.pause(Duration.ofSeconds(1));

    assertThat(free.join(wakeup(), FOREVER)).hasSeconds(60);
  }

  private int goneWithin(Duration time) {
    return goneWithin(free, time);
  }

  /** Returns how many calls go if one asks every millisecond. */
  private int goneWithin(RateLimiter limiter, Duration time) {
    int gone = 0;
    for (long millis = 0; millis < time.toMillis(); millis++) {
      gone += limiter.tryAcquire() ? 1 : 0;
      advance(Duration.ofMillis(1));
    }
    return gone;
  }

  private static Wakeup joined(RateLimiter limiter) {
    Wakeup wakeup = wakeup();
    limiter.join(wakeup, FOREVER);
    return wakeup;
  }

  private static Wakeup wakeup() {
    return new Wakeup(READ, () -> false);
  }

  private void advance(Duration time) {
    waiting.clock.advance(time);
  }
}
