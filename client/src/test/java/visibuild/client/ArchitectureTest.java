package visibuild.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("visibuild.client");

  @Test
  void client_usesOnlyThePublicPackagesOfTheRuntime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("visibuild.internal..")
        .check(CLASSES);
  }

  @Test
  void caffeine_isUsedByTheCacheOnly() {
    noClasses()
        .that()
        .doNotHaveSimpleName("LookupCache")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.benmanes..")
        .check(CLASSES);
  }

  @Test
  void cache_isUsedByNoOtherClass() {
    classes()
        .that()
        .haveSimpleName("LookupCache")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .haveSimpleNameStartingWith("LookupCache")
        .check(CLASSES);
  }
}
