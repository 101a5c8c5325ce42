package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "größe", "a:b", "a(b)", "\u007f"})
  void textThatIsNoToken_isRejected(String text) {
    assertThat(HeaderText.isToken(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Tag", "a_b", "ETag", "!#$%&'*+.^_`|~"})
  void token_isAccepted(String text) {
    assertThat(HeaderText.isToken(text)).isTrue();
  }

  @Test
  void valueOfAHeader_hasVisibleAsciiSpacesAndTabsOnly() {
    assertThat(HeaderText.isValue("a\tb c~")).isTrue();
    assertThat(HeaderText.isValue("a\nb")).isFalse();
    assertThat(HeaderText.isValue("é")).isFalse();
    assertThat(HeaderText.foreignIn("a\nb")).contains("U+000A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", "a/b;c=\"d e\";"})
  void contentType_isAccepted(String text) {
    assertThat(HeaderText.isContentType(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "text/", "text/plain charset=utf-8", "text/plain; charset="})
  void malformedContentType_isRejected(String text) {
    assertThat(HeaderText.isContentType(text)).isFalse();
  }
}
