package visibuild.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String EXPORTED = "visibuild.policy";
  private static final String JSON = "visibuild.policy.json";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(EXPORTED);

  @Test
  void packages_formNoCycle() {
    slices().matching("visibuild.(policy..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void json_knowsNoOtherPackage() {
    classes()
        .that()
        .resideInAPackage(JSON)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JSON, "java..", "com.fasterxml.jackson.core..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void onlyTheEnforcer_usesTheRuntime() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.PolicyEnforcer(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("visibuild")
        .check(CLASSES);
  }

  @Test
  void exportedSignature_namesNoInternalType() {
    List<JavaClass> exported =
        CLASSES.stream()
            .filter(type -> type.getPackageName().equals(EXPORTED))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .toList();

    assertThat(exported).hasSizeGreaterThan(20);
    assertThat(
            exported.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(
                    unit -> isVisible(unit) && named(unit).anyMatch(ArchitectureTest::isInternal))
                .map(JavaCodeUnit::getFullName))
        .isEmpty();
  }

  private static boolean isVisible(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> named(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream().map(JavaType.class::cast))
        .flatMap(types -> types)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().equals(JSON)
        || (type.getPackageName().equals(EXPORTED)
            && !type.getModifiers().contains(JavaModifier.PUBLIC));
  }
}
