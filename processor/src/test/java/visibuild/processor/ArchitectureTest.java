package visibuild.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import visibuild.processor.validation.Rule;
import visibuild.processor.validation.RuleFamily;
import visibuild.processor.validation.Rules;

/** The dependencies between the packages of the processor, and on the compiler. */
@Tag("slow")
class ArchitectureTest {
  private static final String PROCESSOR = "visibuild.processor";
  private static final String ELEMENT = "visibuild.processor.element..";
  private static final String MODEL = "visibuild.processor.model..";
  private static final String READ = "visibuild.processor.read..";
  private static final String JACKSON = "visibuild.processor.jackson..";
  private static final String VALIDATION = "visibuild.processor.validation..";
  private static final String WRITING = "visibuild.processor.writing..";
  private static final String POLICY = "visibuild.processor.policy..";
  private static final String REACHABILITY = "visibuild.processor.reachability..";
  private static final String JAVAC_MODEL = "javax.lang.model..";
  private static final String PROCESSING = "javax.annotation.processing..";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(PROCESSOR);

  @Test
  void modelKnowsNoOtherPackage() {
    knowsOnly(MODEL, MODEL);
  }

  @Test
  void elementKnowsNoOtherPackage() {
    knowsOnly(ELEMENT, ELEMENT);
  }

  @Test
  void readKnowsTheModelAndJackson() {
    knowsOnly(READ, READ, MODEL, JACKSON, ELEMENT);
  }

  @Test
  void jacksonKnowsElementsOnly() {
    knowsOnly(JACKSON, JACKSON, ELEMENT);
  }

  @Test
  void noPackagesDependOnEachOther() {
    slices().matching("visibuild.processor.(**)").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(PROCESSOR + ".*..")
        .should()
        .dependOnClassesThat(resideInAPackage(PROCESSOR))
        .check(CLASSES);
  }

  /** A class that checks an interface reports rules of one family, in which it is listed. */
  @ParameterizedTest
  @EnumSource(RuleFamily.class)
  void checksReportRulesOfTheirFamilyOnly(RuleFamily family) {
    Set<String> rules =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.family() == family)
            .map(Rule::name)
            .collect(Collectors.toSet());
    for (JavaClass checks : CLASSES) {
      Set<String> reported =
          checks.getFieldAccessesFromSelf().stream()
              .filter(access -> access.getTargetOwner().isEquivalentTo(Rule.class))
              .filter(access -> !checks.isEquivalentTo(Rule.class))
              .filter(access -> !checks.isEquivalentTo(Rules.class))
              .filter(access -> checks.getPackageName().endsWith("validation"))
              .map(access -> access.getTarget().getName())
              .collect(Collectors.toSet());
      if (reported.stream().anyMatch(rules::contains)) {
        assertThat(rules).as("rules reported by " + checks.getName()).containsAll(reported);
      }
    }
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
  void onlyReadAndJacksonKnowJavac() {
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

  private static void knowsOnly(String name, String... known) {
    classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(PROCESSOR + "..")).or(resideInAnyPackage(known)))
        .check(CLASSES);
  }
}
