package visibuild.processor.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of headers (RFC 9110, sections 5 and 8.3). */
final class HeaderText {
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`{|}~-]+";
  private static final Pattern NAME = Pattern.compile(TOKEN);
  private static final Pattern MEDIA_TYPE = Pattern.compile("%1$s/%1$s".formatted(TOKEN));
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*(%1$s=(%1$s|\"[^\"]*\"))?".formatted(TOKEN));

  private HeaderText() {}

  /** Returns whether OkHttp accepts {@code text} as a name, which is laxer than the RFC. */
  static boolean isVisible(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** Returns whether {@code text} can be the name of a header or a verb. */
  static boolean isToken(String text) {
    return NAME.matcher(text).matches();
  }

  /** Returns whether {@code text} can be the value of a header. */
  static boolean isValue(String text) {
    return text.chars().noneMatch(HeaderText::isForeign);
  }

  static boolean isContentType(String text) {
    Matcher part = MEDIA_TYPE.matcher(text);
    if (!part.lookingAt()) {
      return false;
    }
    int end = part.end();
    part.usePattern(PARAMETER);
    while (end < text.length() && part.region(end, text.length()).lookingAt()) {
      end = part.end();
    }
    return end == text.length();
  }

  /** The first character that a value cannot have, for a message. */
  static String foreignIn(String text) {
    return text.codePoints()
        .filter(HeaderText::isForeign)
        .mapToObj(
            c ->
                Character.isISOControl(c)
                    ? "a control character (U+%04X)".formatted(c)
                    : "the character %s".formatted(Character.toString(c)))
        .findFirst()
        .orElse("a foreign character");
  }

  private static boolean isForeign(int c) {
    return c != '\t' && (c < ' ' || c > '~');
  }
}
