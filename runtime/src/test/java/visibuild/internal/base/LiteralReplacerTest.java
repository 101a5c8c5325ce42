package visibuild.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.fixture.CountedText;

class LiteralReplacerTest {
  private static final int LENGTH = 64 * 1024;

  @ParameterizedTest
  @CsvSource({
    "abc,xabcy,x*y",
    "abc,abcabc,**",
    "aab,aaaab,aa*",
    "abab,ababab,*ab",
    "abc,ab,ab",
    "abc,'',''",
    "abcabd,abcabcabd,abc*",
  })
  void occurrence_isReplaced(String literal, String text, String replaced) {
    assertThat(new LiteralReplacer(literal, "*").replace(text)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource({"abcdef,xabcd,x*", "abcdef,xabc,xabc", "aaaab,aaaa,*", "abcdef,abcdefabcde,**"})
  void startAtTheEnd_isReplacedFromFourCharacters(String literal, String text, String replaced) {
    assertThat(new LiteralReplacer(literal, "*").replace(text, 4)).isEqualTo(replaced);
  }

  @Test
  void emptyLiteral_replacesNothing() {
    assertThat(new LiteralReplacer("", "*").replace("abc", 0)).isEqualTo("abc");
  }

  @Test
  void randomText_isReplacedAsTheJdkDoes() {
    Random random = new Random(4711);
    for (int i = 0; i < 2_000; i++) {
      String literal = text(random, 1 + random.nextInt(5));
      String text = text(random, random.nextInt(40));

      assertThat(new LiteralReplacer(literal, "*").replace(text))
          .isEqualTo(text.replace(literal, "*"));
    }
  }

  /** Counted, not timed: how many characters are read. */
  @ParameterizedTest
  @CsvSource({"a,b", "Token,!", "ab,aa", "aab,aaa"})
  void textThatNearlyMatchesEverywhere_isReadInLinearTime(String unit, String end) {
    CountedText literal = new CountedText(unit.repeat(LENGTH / 2 / unit.length()) + end);
    CountedText text = new CountedText(unit.repeat(LENGTH / unit.length()));

    String replaced = new LiteralReplacer(literal, "*").replace(text, 4);

    assertThat(replaced).isNotEmpty();
    assertThat(text.reads() + literal.reads()).isLessThan(6L * LENGTH);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
