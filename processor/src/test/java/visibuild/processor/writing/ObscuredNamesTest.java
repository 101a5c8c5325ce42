package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObscuredNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  public java.lang.String get() { | java.lang.String",
        "  private java.lang. @Nullable String text; | java.lang.String",
        "    return visibuild.call.ClientCalls.execute(calls.get()); | visibuild.call.ClientCalls",
        "  Map<java.util.Map.Entry, Integer> get(); | java.util.Map"
      })
  void qualifiedNameBelowAnObscuredPackage_isFound(String line, String name) {
    assertThat(ObscuredNames.find("class A {\n" + line + "\n}", Set.of("java", "visibuild")))
        .contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.List;",
        "package java.util;",
        " * See {@link java.util.List}.",
        "  @Generated(\"java.util.\\\"List\")",
        "  a.java.util.List b;",
        "  my$java.util.List b;",
        "  javax.util.List b;",
        "    return calls.get(java);"
      })
  void otherTextWithTheNameOfThePackage_isNotFound(String line) {
    assertThat(ObscuredNames.find(line, Set.of("java"))).isEmpty();
  }

  @Test
  void withoutObscuredPackages_nothingIsFound() {
    assertThat(ObscuredNames.find("java.lang.String a;", Set.of())).isEmpty();
  }
}
