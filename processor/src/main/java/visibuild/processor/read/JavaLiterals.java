package visibuild.processor.read;

/**
 * Writes constants of primitive types as source. Not with the compiler's own method for that:
 * Eclipse's does not escape characters and knows no {@code NaN}.
 */
final class JavaLiterals {
  private JavaLiterals() {}

  static String of(Object constant) {
    if (constant instanceof Character letter) {
      return "'" + escaped(letter) + "'";
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

  private static String escaped(char letter) {
    if (letter == '\'' || letter == '\\') {
      return "\\" + letter;
    }
    if (letter < ' ') {
      return "\\" + Integer.toOctalString(letter);
    }
    return Character.isSurrogate(letter) ? "\\u%04x".formatted((int) letter) : "" + letter;
  }

  private static String fraction(double number, String digits, String suffix) {
    String zero = "0.0" + suffix;
    if (Double.isNaN(number)) {
      return zero + "/" + zero;
    }
    return Double.isInfinite(number) ? (number > 0 ? "1.0" : "-1.0") + suffix + "/" + zero : digits;
  }
}
