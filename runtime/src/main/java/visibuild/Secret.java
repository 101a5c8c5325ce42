package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * A secret text. It does not show itself, and only this package can read it; what writes the fields
 * of objects, as JSON libraries do, passes it by.
 */
final class Secret {
  private final transient String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Takes a secret as it is, because nothing in it may get lost on the way.
   *
   * @param what names the secret in an error, as in "The client secret"
   * @throws IllegalArgumentException if the text cannot be a secret; the message does not carry it
   */
  static Secret of(@Nullable String value, String what) {
    if (value == null) {
      throw new IllegalArgumentException(what + " is missing; give it as Visibuild showed it.");
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank; give it as Visibuild showed it.");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          what
              + " begins or ends with white space, perhaps the line break of the file it was read"
              + " from; remove it, for example with String.strip().");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            what + " has a control character at index " + i + "; give it as Visibuild showed it.");
      }
    }
    return new Secret(value);
  }

  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
