package visibuild.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaLiteralsTest {
  @Test
  void characters_areEscaped() {
    assertThat(JavaLiterals.of('a')).isEqualTo("'a'");
    assertThat(JavaLiterals.of('\'')).isEqualTo("'\\''");
    assertThat(JavaLiterals.of('\\')).isEqualTo("'\\\\'");
    assertThat(JavaLiterals.of('\n')).isEqualTo("'\\n'");
    assertThat(JavaLiterals.of('"')).isEqualTo("'\"'");
    assertThat(JavaLiterals.of('\u2028')).isEqualTo("'\\u2028'");
    assertThat(JavaLiterals.of('\ud800')).isEqualTo("'\\ud800'");
  }

  @Test
  void stringsOfAnyCharacters_standOnOneLine() {
    assertThat(JavaLiterals.of("it's \"a\\b\" $L")).isEqualTo("\"it's \\\"a\\\\b\\\" $L\"");
    assertThat(JavaLiterals.of("a\n\r\t\b\f")).isEqualTo("\"a\\n\\r\\t\\b\\f\"");
    assertThat(JavaLiterals.of("\u0000\u000b\u0085\u2028\u2029"))
        .isEqualTo("\"\\u0000\\u000b\\u0085\\u2028\\u2029\"");
    assertThat(JavaLiterals.of("\ud83d\ude00 \ud83d")).isEqualTo("\"\ud83d\ude00 \\ud83d\"");
  }

  @Test
  void numbers_haveTheSuffixOfTheirType() {
    assertThat(JavaLiterals.of(1L)).isEqualTo("1L");
    assertThat(JavaLiterals.of(1.5f)).isEqualTo("1.5f");
    assertThat(JavaLiterals.of(1.5)).isEqualTo("1.5");
    assertThat(JavaLiterals.of(1)).isEqualTo("1");
    assertThat(JavaLiterals.of(true)).isEqualTo("true");
  }

  @Test
  void fractionsWithoutDigits_areDivisions() {
    assertThat(JavaLiterals.of(Double.NaN)).isEqualTo("0.0/0.0");
    assertThat(JavaLiterals.of(Double.NEGATIVE_INFINITY)).isEqualTo("-1.0/0.0");
    assertThat(JavaLiterals.of(Float.POSITIVE_INFINITY)).isEqualTo("1.0f/0.0f");
  }
}
