package visibuild.retry;

import java.time.Clock;
import java.time.Duration;

/**
 * When the calls of a credential may go out: no faster than the rate, and none before the time that
 * the server named when it last said that they were too many. Whoever asks gets a slot, in the
 * order of asking. Safe for use by several threads; holds its lock for arithmetic only.
 */
public final class Pace {
  /** Between those who waited for a pause to end: all at once would make the next one. */
  private static final Duration AFTER_PAUSE = Duration.ofMillis(50);

  private final long intervalMicros;
  private final Clock clock;
  private long nextSlot;
  private long pausedUntil;

  /**
   * Makes a pace.
   *
   * @param interval the time from one call to the next; zero for no rate
   */
  public Pace(Duration interval, Clock clock) {
    this.intervalMicros = micros(interval);
    this.clock = clock;
  }

  /** A slot for a call: how long to wait for it, and when it is. */
  record Slot(Duration until, long at) {}

  /** Takes the next slot. */
  synchronized Slot take() {
    long now = now();
    boolean isPaused = pausedUntil > now;
    long slot = Math.max(Math.max(nextSlot, pausedUntil), now);
    if (slot > now || intervalMicros > 0) {
      long between = isPaused ? Math.max(intervalMicros, micros(AFTER_PAUSE)) : intervalMicros;
      nextSlot = slot + between;
    }
    return new Slot(Duration.ofNanos((slot - now) * 1000), slot);
  }

  /** Whether a call may go out in a slot that it waited for; not if a pause came in between. */
  synchronized boolean isOpen(Slot slot) {
    return slot.at() >= pausedUntil;
  }

  /** Lets no call out for {@code wait}: the server said that there were too many. */
  synchronized void pause(Duration wait) {
    pausedUntil = Math.max(pausedUntil, now() + micros(wait));
  }

  private long now() {
    return clock.millis() * 1000;
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
