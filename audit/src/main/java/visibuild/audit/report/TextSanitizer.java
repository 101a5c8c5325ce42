package visibuild.audit.report;

/**
 * Makes text from a jar safe to print: a line break or an escape sequence in a name must not forge
 * a report on a terminal.
 *
 * @since 0.1
 */
public final class TextSanitizer {
  private TextSanitizer() {}

  /** {@code text} with what draws, turns or hides replaced. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> isShown(character) ? character : '\uFFFD')
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
