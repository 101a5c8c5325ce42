package visibuild.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaLiteralsTest {
  @Test
  void characters_areEscaped() {
    assertThat(JavaLiterals.of('a')).isEqualTo("'a'");
    assertThat(JavaLiterals.of('\'')).isEqualTo("'\\''");
    assertThat(JavaLiterals.of('\\')).isEqualTo("'\\\\'");
    assertThat(JavaLiterals.of('\n')).isEqualTo("'\\12'");
    assertThat(JavaLiterals.of('\ud800')).isEqualTo("'\\ud800'");
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
