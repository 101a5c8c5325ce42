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
  private static final String ADVICE = "; give it as Visibuild showed it.";
  private static final int REPLACEMENT = 0xFFFD;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final transient String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Returns a secret whose text is not checked: it comes from a server or was checked before. */
  public static Secret ofUnchecked(String value) {
    return new Secret(value);
  }

  /**
   * Returns a secret that Visibuild issued, exactly as given.
   *
   * @param name the name of the secret in messages, such as "The client secret"
   * @throws IllegalArgumentException if the text cannot be a secret; the message names the position
   *     of the wrong character, and contains nothing of the text
   */
  public static Secret of(@Nullable String value, String name) {
    Secret secret = checked(value, name, ADVICE, false);
    @Nullable String copied = CopiedText.problem(secret.value);
    if (copied != null) {
      throw new IllegalArgumentException(name + " " + copied + ADVICE);
    }
    return secret;
  }

  /**
   * Returns a secret that Visibuild did not issue, exactly as given. It may have any visible form,
   * and plain spaces at its ends.
   *
   * @param advice the end of the messages, such as "; give it as the proxy expects it."
   * @throws IllegalArgumentException as {@link #of(String, String)} does
   */
  public static Secret of(@Nullable String value, String name, String advice) {
    return checked(value, name, advice, true);
  }

  private static Secret checked(
      @Nullable String value, String name, String advice, boolean allowsSpaceAtEnds) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing" + advice);
    }
    if (isInvisible(value)) {
      throw new IllegalArgumentException(name + " is blank" + advice);
    }
    int last = value.length() - Character.charCount(value.codePointBefore(value.length()));
    for (int end : new int[] {0, last}) {
      int c = value.codePointAt(end);
      if (isInvisible(c) && !(allowsSpaceAtEnds && c == ' ')) {
        throw invisibleAt(end, value, name);
      }
    }
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      String problem = problem(value.codePointAt(i));
      if (problem != null) {
        throw new IllegalArgumentException(name + " has " + problem + " at index " + i + advice);
      }
    }
    return new Secret(value);
  }

  /** The refusal of a character that an editor, a file or a web page leaves at an end. */
  private static IllegalArgumentException invisibleAt(int index, String value, String name) {
    return new IllegalArgumentException(
        "%s begins or ends with white space or an invisible character (U+%04X at index %d), perhaps the line break of the file it was read from; remove it."
            .formatted(name, value.codePointAt(index), index));
  }

  private static boolean isInvisible(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isInvisible(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** Returns the problem of a character anywhere in a secret; null if there is none. */
  private static @Nullable String problem(int c) {
    if (c == REPLACEMENT) {
      return "the replacement character U+FFFD, which a wrong character set leaves,";
    }
    if (c == BYTE_ORDER_MARK) {
      return "a byte order mark (U+FEFF)";
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          "a control character";
      case Character.SURROGATE -> "half of a surrogate pair";
      default -> isNoncharacter(c) ? "a code that is no character" : null;
    };
  }

  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
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
