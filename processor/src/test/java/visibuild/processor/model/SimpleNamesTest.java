package visibuild.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class SimpleNamesTest {
  private static final ClassName STRING = ClassName.get(String.class);

  @Test
  void nestedClass_keepsTheClassAroundIt() {
    assertThat(SimpleNames.of(ClassName.get(Flow.Publisher.class))).isEqualTo("Flow.Publisher");
  }

  @Test
  void arguments_haveNoPackagesEither() {
    TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), ArrayTypeName.of(STRING));

    assertThat(SimpleNames.of(ParameterizedTypeName.get(ClassName.get(Map.class), STRING, list)))
        .isEqualTo("Map<String, List<String[]>>");
  }

  @Test
  void wildcards_haveTheBoundsOfTheSource() {
    assertThat(SimpleNames.of(WildcardTypeName.subtypeOf(ClassName.OBJECT))).isEqualTo("?");
    assertThat(SimpleNames.of(WildcardTypeName.subtypeOf(STRING))).isEqualTo("? extends String");
    assertThat(SimpleNames.of(WildcardTypeName.supertypeOf(STRING))).isEqualTo("? super String");
  }

  @Test
  void typeVariable_isItsName() {
    assertThat(SimpleNames.of(TypeVariableName.get("T", STRING))).isEqualTo("T");
  }
}
