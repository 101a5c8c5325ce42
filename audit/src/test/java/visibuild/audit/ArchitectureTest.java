package visibuild.audit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room of the audit may know which. */
@Tag("slow")
class ArchitectureTest {
  private static final String AUDIT = "visibuild.audit";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(AUDIT);

  @Test
  void theVocabularyKnowsNoOtherRoom() {
    knowsOnly(AUDIT, AUDIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reachability", "compare", "report", "propose", "usage"})
  void workKnowsTheVocabularyOnly(String room) {
    knowsOnly(AUDIT + "." + room, AUDIT + "." + room, AUDIT);
  }

  @Test
  void theReaderKnowsTheAnalysisThatItFeeds() {
    knowsOnly(AUDIT + ".read", AUDIT + ".read", AUDIT + ".reachability", AUDIT);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("visibuild.(audit..)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theCommandLineKnowsNothingOfMaven() {
    knowsOnly(
        AUDIT + ".cli",
        AUDIT,
        AUDIT + ".cli",
        AUDIT + ".read",
        AUDIT + ".compare",
        AUDIT + ".propose",
        AUDIT + ".report",
        AUDIT + ".usage");
  }

  @Test
  void theGoalsKnowNothingOfTheCommandLine() {
    knowsOnly(
        AUDIT + ".maven",
        AUDIT,
        AUDIT + ".maven",
        AUDIT + ".read",
        AUDIT + ".propose",
        AUDIT + ".report",
        AUDIT + ".usage");
  }

  private static void knowsOnly(String room, String... known) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(AUDIT + "..")).or(resideInAnyPackage(known)))
        .check(CLASSES);
  }
}
