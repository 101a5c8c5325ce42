package visibuild.processor.validation;

import java.util.stream.Collectors;
import visibuild.internal.base.TextSanitizer;

/** Text from the user's sources in a message of one line. */
final class MessageText {
  private MessageText() {}

  /** Returns {@code text} with escapes for the characters that are not visible. */
  static String of(String text) {
    return TextSanitizer.isClean(text)
        ? text
        : text.codePoints()
            .mapToObj(c -> TextSanitizer.isUnsafe(c) ? escaped(c) : Character.toString(c))
            .collect(Collectors.joining());
  }

  /** An escape of Java has four digits, so a character beyond U+FFFF takes two. */
  private static String escaped(int letter) {
    return Character.toString(letter)
        .chars()
        .mapToObj("\\u%04X"::formatted)
        .collect(Collectors.joining());
  }
}
