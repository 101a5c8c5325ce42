package visibuild.processor.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonCanonicalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"%74ickets", "a\\b", "a#b", " a", "a\u0000", "a%0Ab", "%7e"})
  void pathThatAServerReadsDifferently_isReported(String path) {
    assertThat(NonCanonicalPath.of(new PathText(path))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tickets", "a%2Fb", "a%20b", "a?b=%74", "%C3%A9"})
  void canonicalPath_isAccepted(String path) {
    assertThat(NonCanonicalPath.of(new PathText(path))).isEmpty();
  }
}
