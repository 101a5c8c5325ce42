package visibuild.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Which room of the processor may know which, and who may know javac. */
class ArchitectureTest {
  private static final String PROCESSOR = "visibuild.processor";
  private static final String MODEL = "visibuild.processor.model..";
  private static final String READ = "visibuild.processor.read..";
  private static final String VALIDATION = "visibuild.processor.validation..";
  private static final String WRITING = "visibuild.processor.writing..";
  private static final String POLICY = "visibuild.processor.policy..";
  private static final String REACHABILITY = "visibuild.processor.reachability..";
  private static final String JAVAC_MODEL = "javax.lang.model..";
  private static final String PROCESSING = "javax.annotation.processing..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PROCESSOR);

  @Test
  void modelKnowsNoOtherRoom() {
    knowsOnly(MODEL, MODEL);
  }

  @Test
  void readKnowsTheModelOnly() {
    knowsOnly(READ, READ, MODEL);
  }

  @Test
  void validationKnowsTheModelOnly() {
    knowsOnly(VALIDATION, VALIDATION, MODEL);
  }

  @Test
  void writingKnowsTheModelOnly() {
    knowsOnly(WRITING, WRITING, MODEL);
  }

  @Test
  void policyKnowsTheModelOnly() {
    knowsOnly(POLICY, POLICY, MODEL);
  }

  @Test
  void reachabilityKnowsTheModelOnly() {
    knowsOnly(REACHABILITY, REACHABILITY, MODEL);
  }

  @Test
  void onlyReadKnowsJavac() {
    noClasses()
        .that()
        .resideInAnyPackage(MODEL, VALIDATION, POLICY, REACHABILITY)
        .should()
        .dependOnClassesThat(resideInAnyPackage(JAVAC_MODEL, PROCESSING))
        .check(CLASSES);
  }

  @Test
  void writeKnowsNothingOfJavacButModifiers() {
    noClasses()
        .that()
        .resideInAPackage(WRITING)
        .should()
        .dependOnClassesThat(resideInAPackage(JAVAC_MODEL).and(not(equivalentTo(Modifier.class))))
        .check(CLASSES);
  }

  private static void knowsOnly(String room, String... known) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(PROCESSOR + "..")).or(resideInAnyPackage(known)))
        .check(CLASSES);
  }
}
