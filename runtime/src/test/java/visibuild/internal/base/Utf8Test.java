package visibuild.internal.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that are cut by the length of their UTF-8 form. */
class Utf8Test {
  @Test
  void shortText_isUnchanged() {
    assertThat(Utf8.truncate("Größe", 7)).isEqualTo("Größe");
    assertThat(Utf8.truncate("", 0)).isEmpty();
  }

  @Test
  void cut_isNeverInsideACharacter() {
    assertThat(Utf8.truncate("aäb", 2)).isEqualTo("a");
    assertThat(Utf8.truncate("a漢b", 3)).isEqualTo("a");
    assertThat(Utf8.truncate("a\ud83d\ude00b", 4)).isEqualTo("a");
    assertThat(Utf8.truncate("a\ud83d\ude00b", 5)).isEqualTo("a\ud83d\ude00");
  }

  @Test
  void randomText_isTheLongestStartThatFits() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(30, 0, 0x110000)
              .filter(c -> c < 0xD800 || c > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      int limit = random.nextInt(100);

      String start = Utf8.truncate(text, limit);

      assertThat(text).startsWith(start);
      assertThat(start.getBytes(UTF_8).length).isLessThanOrEqualTo(limit);
      if (!start.equals(text)) {
        int next = text.offsetByCodePoints(start.length(), 1);
        assertThat(text.substring(0, next).getBytes(UTF_8).length).isGreaterThan(limit);
      }
    }
  }
}
