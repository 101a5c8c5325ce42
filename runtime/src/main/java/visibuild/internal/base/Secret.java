package visibuild.internal.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A secret text, such as a client secret or a token. Its text appears in no {@code toString}, and
 * the field is transient, so libraries that write the fields of objects skip it.
 *
 * <p>Immutable. Compared by identity; {@link #isSameAs} compares the text in constant time.
 */
public final class Secret {
  private final transient String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns a secret whose text is not checked: it comes from a server or was checked before. */
  public static Secret ofUnchecked(String value) {
    return new Secret(value);
  }

  /**
   * Returns a secret exactly as given.
   *
   * @param name the name of the secret in messages, such as "The client secret"
   * @throws IllegalArgumentException if the text cannot be a secret; the message does not contain
   *     it
   */
  public static Secret of(@Nullable String value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing; give it as Visibuild showed it.");
    }
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank; give it as Visibuild showed it.");
    }
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          name
              + " begins or ends with white space, perhaps the line break of the file it was read"
              + " from; remove it, for example with String.strip().");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException(
            name + " has a control character at index " + i + "; give it as Visibuild showed it.");
      }
    }
    return new Secret(value);
  }

  /** Returns the text. The caller must not log, store or show it. */
  public String reveal() {
    return value;
  }

  /** Returns whether both secrets have the same text, in constant time. */
  public boolean isSameAs(Secret other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
