package visibuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of the builder's arguments. */
final class Preconditions {
  /** The shortest timeout that OkHttp does not take for none. */
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** The longest timeout that OkHttp accepts. */
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  /** The longest period of a setting that is counted in nanoseconds. */
  static final Duration YEAR = Duration.ofDays(366);

  private Preconditions() {}

  /**
   * Returns {@code timeout}.
   *
   * @param what the timeout's name in the message
   * @throws IllegalArgumentException if it is missing, below a millisecond or above 24 days
   */
  static Duration checkTimeout(@Nullable Duration timeout, String what) {
    Duration given = checkProvided(timeout, what);
    if (given.compareTo(SHORTEST) < 0 || given.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The %s is %s; give at least a millisecond, and at most 24 days.".formatted(what, given));
    }
    return given;
  }

  /** Returns {@code value}. Callers without a null checker may pass null. */
  static <T> T checkProvided(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("The " + what + " is missing; give one.");
    }
    return value;
  }
}
