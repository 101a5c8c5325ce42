package visibuild.internal.auth;

import java.time.Duration;

/**
 * A point in time by two clocks.
 *
 * @param wallMillis by the wall clock, in milliseconds since 1970; it may be set
 * @param nanos by the machine's own, in nanoseconds; it is never set, but may stand still while the
 *     machine sleeps
 */
record ClockReading(long wallMillis, long nanos) {
  ClockReading plus(Duration duration) {
    return new ClockReading(wallMillis + duration.toMillis(), nanos + duration.toNanos());
  }

  /** Whether {@code now} is this moment or later by either clock, so that neither hides its end. */
  boolean isPastAt(ClockReading now) {
    return now.wallMillis >= wallMillis || now.nanos - nanos >= 0;
  }

  /** How long it is until this moment by the clock that gets there first; not negative. */
  Duration from(ClockReading now) {
    Duration byWall = Duration.ofMillis(wallMillis).minusMillis(now.wallMillis);
    Duration byMachine = Duration.ofNanos(nanos - now.nanos);
    Duration shorter = byWall.compareTo(byMachine) < 0 ? byWall : byMachine;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }
}
