package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTextTest {
  @Test
  void controlCharacters_areShownAsEscapes() {
    assertThat(MessageText.of("a\u0007b")).isEqualTo("a\\u0007b");
  }

  @Test
  void invisibleCharacterBeyondTheFirstPlane_isShownAsTwoEscapes() {
    assertThat(MessageText.of("a" + Character.toString(0xE0001) + "b"))
        .isEqualTo("a\\uDB40\\uDC01b");
  }
}
