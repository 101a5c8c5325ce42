package visibuild.internal.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What time it is.
 *
 * @param wall the wall clock
 * @param nanos the machine's own clock
 * @param trust for how long a token that was seen to be valid is served without another look
 */
public record Clocks(Clock wall, LongSupplier nanos, Duration trust) {
  /** Long enough to make the look cheap, and short against any margin. */
  private static final Duration USUAL_TRUST = Duration.ofMillis(250);

  /** The clocks of this machine. */
  public static Clocks ofMachine() {
    return new Clocks(Clock.systemUTC(), System::nanoTime, USUAL_TRUST);
  }

  /** A wall clock of the user's, looked at for each call, since it may be moved at any time. */
  public static Clocks of(Clock wall) {
    return new Clocks(wall, System::nanoTime, Duration.ZERO);
  }

  ClockReading now() {
    return new ClockReading(wall.millis(), nanos.getAsLong());
  }
}
