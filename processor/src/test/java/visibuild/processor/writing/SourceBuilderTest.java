package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceBuilderTest {
  private static final ClassName CLIENT = ClassName.get("api", "TicketsClient");
  private static final ClassName UTIL_DATE = ClassName.get(Date.class);
  private static final ClassName SQL_DATE = ClassName.get("java.sql", "Date");
  private static final AnnotationSpec NULLABLE =
      AnnotationSpec.builder(ClassName.get("org.jspecify.annotations", "Nullable")).build();

  private final SourceBuilder source = builder(Set.of());

  @Test
  void classOfAnotherPackage_isImportedOnceInOrder() {
    source.add(SQL_DATE).line(";").add(ClassName.get(Map.Entry.class)).line(";").add(SQL_DATE);

    assertThat(build())
        .isEqualTo(
            "package api;\n\nimport java.sql.Date;\nimport java.util.Map;\n\n"
                + "Date;\nMap.Entry;\nDate");
  }

  @Test
  void twoClassesOfOneName_onlyTheFirstIsImported() {
    source.add(UTIL_DATE).add(" ").add(SQL_DATE);

    assertThat(build()).endsWith("import java.util.Date;\n\nDate java.sql.Date");
  }

  @Test
  void classOfTheOwnPackage_hasPrecedenceOverAnEarlierImport() {
    source.add(UTIL_DATE).add(" ").add(ClassName.get("api", "Date"));

    assertThat(build()).isEqualTo("package api;\n\njava.util.Date Date");
  }

  @Test
  void nameOfANestedClass_meansThatClassInsideOnly() {
    ClassName call = ClassName.get("api", "Calls");
    source.add(call).add(" ");
    source.names().enterBody();
    source.add(call).add(" ").add(CLIENT.nestedClass("Calls"));

    assertThat(build()).isEqualTo("package api;\n\nCalls api.Calls Calls");
  }

  @Test
  void hiddenName_isQualified() {
    SourceBuilder hiding = builder(Set.of("Date"));

    assertThat(hiding.add(UTIL_DATE).build("api", false))
        .isEqualTo("package api;\n\njava.util.Date");
  }

  @Test
  void nameOfATypeVariable_isQualifiedInItsMethodOnly() {
    source.declare(List.of(TypeVariableName.get("Date", SQL_DATE))).add(UTIL_DATE);
    source.names().forgetTypeVariables();
    source.add(" ").add(UTIL_DATE);

    assertThat(build()).endsWith("\n\n<Date extends java.sql.Date> java.util.Date Date");
  }

  @Test
  void typeAnnotation_standsBehindTheQualifier() {
    source.add(UTIL_DATE.annotated(NULLABLE)).add(" ").add(SQL_DATE.annotated(NULLABLE));

    assertThat(build()).endsWith("\n\n@Nullable Date java.sql. @Nullable Date");
  }

  @Test
  void arraysAndWildcards_areWrittenAsInJava() {
    ArrayTypeName matrix =
        ArrayTypeName.of(ArrayTypeName.of(UTIL_DATE).annotated(List.of(NULLABLE)));
    source
        .addVarargs(matrix)
        .add(" ")
        .add(
            ParameterizedTypeName.get(
                ClassName.get(List.class), WildcardTypeName.subtypeOf(UTIL_DATE)));

    assertThat(build()).endsWith("\n\nDate[] @Nullable ... List<? extends Date>");
  }

  @Test
  void importOfJavaLang_isWrittenOnRequestOnly() {
    source.add(ClassName.get(String.class));

    assertThat(build()).isEqualTo("package api;\n\nString");
    assertThat(builder(Set.of()).add(ClassName.get(String.class)).build("", true))
        .isEqualTo("import java.lang.String;\n\nString");
  }

  @Test
  void lineOfAHundredCharacters_staysWhole() {
    source.add("a".repeat(50)).add(",").spaceOrBreak().add("b".repeat(48)).line("");

    assertThat(build()).endsWith("a, b" + "b".repeat(47) + "\n");
  }

  @Test
  void lineOfOneCharacterMore_continuesOnTheNextLine() {
    source.indent(1).add("a".repeat(48)).add(",").spaceOrBreak().add("b".repeat(49)).line("");

    assertThat(build()).endsWith("a,\n      b" + "b".repeat(48) + "\n");
  }

  private String build() {
    return source.build("api", false);
  }

  private static SourceBuilder builder(Set<String> hidden) {
    return new SourceBuilder(new ClassNames(CLIENT, Set.of("Calls"), hidden, false));
  }
}
