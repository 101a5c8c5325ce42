package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Foreign text in messages and logs. */
class TextSanitizerTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain", "plain"),
        Arguments.of("Größe 漢字", "Größe 漢字"),
        Arguments.of("a\rFAKE\u001b[31m", "a FAKE [31m"),
        Arguments.of("a\r\n\tb", "a b"),
        Arguments.of("a \n b", "a b"),
        Arguments.of("\u009bA\u202eB\u200bC\u2028D\u2029E\ufeffF", "A B C D E F"),
        Arguments.of("x\ud83d\ude00y", "x\ud83d\ude00y"),
        Arguments.of("x\ud83dy", "x y"),
        Arguments.of("x\ude00y", "x y"),
        Arguments.of("a\u00a0b", "a\u00a0b"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void controlAndFormatCharacters_becomeOneSpace(String text, String expected) {
    assertThat(TextSanitizer.clean(text)).isEqualTo(expected);
  }

  @Test
  void longText_isCutWithAnEllipsis() {
    assertThat(TextSanitizer.clean("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxxx...");
    assertThat(TextSanitizer.clean("x".repeat(10), 10)).isEqualTo("xxxxxxxxxx");
  }

  @Test
  void cut_isNeverInsideACharacter() {
    assertThat(TextSanitizer.clean("xxx\ud83d\ude00", 4)).isEqualTo("xxx...");
  }

  @Test
  void onlyUnsafeCharacters_becomeNothing() {
    assertThat(TextSanitizer.clean("\n\n\u200b")).isEmpty();
  }

  @Test
  void randomText_isCleanBoundedAndStable() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      String text = randomText(random);

      String clean = TextSanitizer.clean(text, 40);

      assertThat(clean.length()).isLessThanOrEqualTo(43);
      assertThat(clean.codePoints()).noneMatch(TextSanitizerTest::isUnsafe);
      assertThat(TextSanitizer.clean(clean, 43)).isEqualTo(clean);
      assertThat(TextSanitizer.isClean(text))
          .isEqualTo(text.codePoints().noneMatch(TextSanitizerTest::isUnsafe));
    }
  }

  /** The categories once more, so that an error in the main code cannot hide itself. */
  static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(80);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        case 2 -> text.append((char) random.nextInt(0x20));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }
}
