package visibuild.internal.time;

import java.time.Duration;

/**
 * A point in time by two clocks.
 *
 * @param wallMillis the wall clock, in milliseconds since 1970
 * @param nanos the monotonic clock, in nanoseconds from an arbitrary origin
 */
public record ClockReading(long wallMillis, long nanos) {
  /** Returns the point in time that is {@code duration} later. */
  public ClockReading plus(Duration duration) {
    return new ClockReading(wallMillis + duration.toMillis(), nanos + duration.toNanos());
  }

  /** Returns whether either clock has reached this point at {@code now}. */
  public boolean isReachedAt(ClockReading now) {
    return now.wallMillis >= wallMillis || now.nanos - nanos >= 0;
  }

  /** Returns the time from {@code now} to this point by the faster clock; not negative. */
  public Duration remainingAt(ClockReading now) {
    Duration byWall = Duration.ofMillis(wallMillis).minusMillis(now.wallMillis);
    Duration byMonotonic = Duration.ofNanos(nanos - now.nanos);
    Duration shorter = byWall.compareTo(byMonotonic) < 0 ? byWall : byMonotonic;
    return shorter.isNegative() ? Duration.ZERO : shorter;
  }
}
