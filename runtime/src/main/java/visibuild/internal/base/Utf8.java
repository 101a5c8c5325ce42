package visibuild.internal.base;

/** Limits of text in UTF-8. */
public final class Utf8 {
  /** The longest text that an error keeps of a body, in bytes. */
  public static final int MAX_BODY_BYTES = 8 * 1024;

  private Utf8() {}

  /**
   * Returns the longest start of {@code text} whose UTF-8 form has at most {@code maxBytes} bytes.
   * The cut is never inside a character.
   */
  public static String truncate(String text, int maxBytes) {
    if (text.length() <= maxBytes / 3) {
      return text;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      bytes += length(c);
      if (bytes > maxBytes) {
        return text.substring(0, i);
      }
      i += Character.charCount(c);
    }
    return text;
  }

  private static int length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }
}
