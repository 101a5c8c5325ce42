package visibuild.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret in memory. It has no text, and no {@code equals} that would take its time from what it
 * compares; what writes the fields of objects, as JSON libraries do, passes it by.
 */
final class Held {
  private final transient String value;

  Held(String value) {
    this.value = value;
  }

  String reveal() {
    return value;
  }

  boolean isSameAs(Held other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
