package visibuild.internal.base;

import org.jspecify.annotations.Nullable;

/**
 * Cleans foreign text for a message or a log: one line, no control or format characters, bounded
 * length.
 *
 * <p>Foreign is whatever a server, a file name or another program wrote. Such text can end a log
 * line early, hide what follows it, or send commands to a terminal. Each run of characters of the
 * Unicode categories Cc, Cf, Zl and Zp, and of surrogates without a partner, becomes one space.
 */
public final class TextSanitizer {
  /** The longest message of an exception, in characters. */
  public static final int MAX_MESSAGE_CHARS = 4_000;

  /** The default limit of one foreign text within a message, in characters. */
  public static final int MAX_TEXT_CHARS = 300;

  private static final String ELLIPSIS = "...";

  private TextSanitizer() {}

  /** Returns {@code text} on one line of at most {@value #MAX_TEXT_CHARS} characters. */
  public static String clean(String text) {
    return clean(text, MAX_TEXT_CHARS);
  }

  /** Returns {@code text} on one line of at most {@code maxChars} characters and an ellipsis. */
  public static String clean(String text, int maxChars) {
    if (text.length() <= maxChars && isClean(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), maxChars));
    boolean pendingSpace = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isUnsafe(c)) {
        pendingSpace = true;
        continue;
      }
      boolean afterSpace = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
      if (pendingSpace && c == ' ' && afterSpace) {
        continue;
      }
      if (pendingSpace && c != ' ' && !afterSpace) {
        line.append(' ');
      }
      pendingSpace = false;
      if (line.length() + Character.charCount(c) > maxChars) {
        return line.toString().strip() + ELLIPSIS;
      }
      line.appendCodePoint(c);
    }
    return line.toString().strip();
  }

  /** Returns {@code text} cleaned as {@link #clean(String)} does, and null for null. */
  public static @Nullable String cleanNullable(@Nullable String text) {
    return text == null ? null : clean(text);
  }

  /** Returns whether {@code text} has no character that {@link #clean} replaces. */
  public static boolean isClean(String text) {
    return indexOfUnsafe(text) < 0;
  }

  /** Returns the index of the first character that {@link #clean} replaces, or -1. */
  public static int indexOfUnsafe(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isUnsafe(c)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }

  /** Returns whether {@link #clean} replaces the character {@code c}. */
  public static boolean isUnsafe(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
