package visibuild.processor.model;

/**
 * Writes constants as Java source. The method of the compiler is no alternative: Eclipse's does not
 * escape characters and knows no {@code NaN}. Neither is JavaPoet's {@code $S}: it breaks a line at
 * each character that Unicode calls a line break, such as U+2028.
 */
public final class JavaLiterals {
  private JavaLiterals() {}

  /** Returns the source of {@code constant}, a string or a value of a primitive type. */
  public static String of(Object constant) {
    if (constant instanceof String text) {
      if (needsNoEscape(text)) {
        return '"' + text + '"';
      }
      StringBuilder literal = new StringBuilder("\"");
      text.codePoints().forEach(letter -> literal.append(letter == '\'' ? "'" : escaped(letter)));
      return literal.append('"').toString();
    }
    if (constant instanceof Character letter) {
      return "'" + (letter == '"' ? "\"" : escaped(letter)) + "'";
    }
    if (constant instanceof Long number) {
      return number + "L";
    }
    if (constant instanceof Float number) {
      return fraction(number, number + "f", "f");
    }
    return constant instanceof Double number
        ? fraction(number, number.toString(), "")
        : constant.toString();
  }

  /**
   * Returns whether {@code text} consists of printable ASCII characters that stand for themselves.
   */
  private static boolean needsNoEscape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '\'' -> "\\'";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> isPlain(letter) ? Character.toString(letter) : String.format("\\u%04x", letter);
    };
  }

  /** Returns whether {@code letter} survives in a UTF-8 file and on one line. */
  private static boolean isPlain(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String fraction(double number, String digits, String suffix) {
    String zero = "0.0" + suffix;
    if (Double.isNaN(number)) {
      return zero + "/" + zero;
    }
    return Double.isInfinite(number) ? (number > 0 ? "1.0" : "-1.0") + suffix + "/" + zero : digits;
  }
}
