package visibuild.sample.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void ordinaryTextIsKept() {
    assertThat(TerminalText.of("Łódź – 東京 Tower (é)")).isEqualTo("Łódź – 東京 Tower (é)");
  }

  @Test
  void escapeSequenceLosesItsEscape() {
    assertThat(TerminalText.of("a\u001b]0;title\u0007b")).isEqualTo("a ]0;title b");
  }

  @Test
  void lineBreaksBecomeSpaces() {
    assertThat(TerminalText.of("a\r\nb\u2028c")).isEqualTo("a b c");
  }

  @Test
  void directionCannotBeTurned() {
    assertThat(TerminalText.of("a\u202Egpj")).isEqualTo("a gpj");
  }
}
