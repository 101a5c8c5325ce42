package visibuild.internal.base;

/**
 * Replaces each occurrence of one literal text, in time linear in the lengths of both texts
 * (Knuth-Morris-Pratt). {@link String#replace} compares up to the product of both lengths, which a
 * server that knows the literal can provoke.
 *
 * <p>Immutable. The literal is transient, because it may be a secret.
 */
public final class LiteralReplacer {
  private final transient CharSequence literal;
  private final String replacement;

  /** For each prefix of the literal, the length of its longest proper suffix that is a prefix. */
  private final int[] borders;

  /**
   * Creates a replacer.
   *
   * @param literal the text to replace; nothing is replaced if it is empty
   */
  public LiteralReplacer(CharSequence literal, String replacement) {
    this.literal = literal;
    this.replacement = replacement;
    this.borders = borders(literal);
  }

  private static int[] borders(CharSequence literal) {
    int[] borders = new int[literal.length() + 1];
    int matched = 0;
    for (int i = 1; i < literal.length(); i++) {
      char next = literal.charAt(i);
      while (matched > 0 && literal.charAt(matched) != next) {
        matched = borders[matched];
      }
      if (literal.charAt(matched) == next) {
        matched++;
      }
      borders[i + 1] = matched;
    }
    return borders;
  }

  /** Returns {@code text} with each occurrence of the literal replaced. */
  public String replace(CharSequence text) {
    return replace(text, Integer.MAX_VALUE);
  }

  /**
   * Returns {@code text} with each occurrence replaced, and the start of the literal at the end of
   * the text too.
   *
   * @param shortestStart the least number of characters of such a start; a shorter one is kept
   */
  public String replace(CharSequence text, int shortestStart) {
    if (literal.isEmpty()) {
      return text.toString();
    }
    StringBuilder replaced = new StringBuilder(text.length());
    int matched = 0;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      replaced.append(next);
      while (matched > 0 && literal.charAt(matched) != next) {
        matched = borders[matched];
      }
      if (literal.charAt(matched) == next) {
        matched++;
      }
      if (matched == literal.length()) {
        replaceEnd(replaced, matched);
        matched = 0;
      }
    }
    if (matched >= shortestStart) {
      replaceEnd(replaced, matched);
    }
    return replaced.toString();
  }

  private void replaceEnd(StringBuilder text, int length) {
    text.setLength(text.length() - length);
    text.append(replacement);
  }
}
