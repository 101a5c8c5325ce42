package visibuild.internal.time;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The two clocks that end a token's life: the wall clock, which may be set, and the monotonic clock
 * of the machine, which may stand still while the machine sleeps.
 *
 * @param wall the wall clock
 * @param monotonic the monotonic clock, in nanoseconds from an arbitrary origin
 * @param wallCheckInterval the longest time for which the monotonic clock alone decides, so that a
 *     call normally reads one clock only; zero reads both at each call
 */
public record Clocks(Clock wall, LongSupplier monotonic, Duration wallCheckInterval) {
  /** The monotonic clock of this machine. */
  public static final LongSupplier MACHINE_NANOS = System::nanoTime;

  /** Short against the margin of any token, and long against a call. */
  private static final Duration WALL_CHECK_INTERVAL = Duration.ofMillis(250);

  /** Returns the clocks of this machine. */
  public static Clocks system() {
    return new Clocks(Clock.systemUTC(), MACHINE_NANOS, WALL_CHECK_INTERVAL);
  }

  /** Returns clocks with the user's wall clock, read at each call since it may move at any time. */
  public static Clocks withWallClock(Clock wall) {
    return new Clocks(wall, MACHINE_NANOS, Duration.ZERO);
  }

  /** Reads both clocks. */
  public ClockReading now() {
    return at(monotonic.getAsLong());
  }

  /** Reads the wall clock, to complete a reading of the monotonic clock. */
  public ClockReading at(long nanos) {
    return new ClockReading(wall.millis(), nanos);
  }
}
