package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedHeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept: text/csv | Accept | text/csv",
        "X-A:b:c | X-A | b:c",
        "no colon | '' | no colon"
      })
  void text_isDividedAtTheFirstColon(String text, String name, String value) {
    FixedHeader header = new FixedHeader(text);

    assertThat(header.name()).isEqualTo(name);
    assertThat(header.value()).isEqualTo(value);
  }

  @Test
  void names_areRecognizedInAnyCase() {
    assertThat(new FixedHeader("AUTHORIZATION: x").authorizes()).isTrue();
    assertThat(new FixedHeader("content-length: 1").frames()).isTrue();
    assertThat(new FixedHeader("content-type: a/b").isContentType()).isTrue();
    assertThat(new FixedHeader("Accept: a/b").frames()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accept", "Accept:", ": x", "A\nB: x", "A: é"})
  void malformedHeader_hasAFlaw(String text) {
    assertThat(new FixedHeader(text).flaw(false)).isPresent();
  }

  @Test
  void letterOutsideOfAscii_isNoFlawWhereAnyLetterIsAllowed() {
    assertThat(new FixedHeader("A: é").flaw(true)).isEmpty();
    assertThat(new FixedHeader("A: e").flaw(false)).isEmpty();
  }
}
