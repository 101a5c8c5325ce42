package visibuild;

import org.jspecify.annotations.Nullable;

/** Checks of the builder's arguments. */
final class Preconditions {
  private Preconditions() {}

  /** {@code value}, which callers without NullAway may have left out. */
  static <T> T checkProvided(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("The " + what + " is missing; give one.");
    }
    return value;
  }
}
