package visibuild.processor.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.reachability.ReachabilityOption.Tool;

class ReachabilityOptionTest {
  @Test
  void words_selectTools() {
    assertThat(parse(" shrinker , native-image"))
        .containsExactlyInAnyOrder(Tool.SHRINKER, Tool.NATIVE_IMAGE);
    assertThat(parse("native-image,native-image")).containsExactly(Tool.NATIVE_IMAGE);
    assertThat(parse("none")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shrinker", "shrinker;none", "shrinker,"})
  void unknownWord_isRefusedWithTheValidWords(String value) {
    assertThatThrownBy(() -> parse(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Avisibuild.reachability")
        .hasMessageContaining("shrinker, native-image");
  }

  @Test
  void messageAboutAWord_hasNoControlCharacter() {
    assertThatThrownBy(() -> parse("a\n\u2028b")).hasMessageContaining("\"a??b\"");
  }

  @Test
  void isSet_onlyWithTheOption() {
    assertThat(ReachabilityOption.isSet(Map.of("visibuild.reachability", "none"))).isTrue();
    assertThat(ReachabilityOption.isSet(Map.of("visibuild.policy", "x"))).isFalse();
  }

  private static Set<Tool> parse(String value) {
    return ReachabilityOption.parse(Map.of(ReachabilityOption.NAME, value));
  }
}
