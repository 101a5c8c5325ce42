package visibuild;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layers of the runtime. A layer is a package, except that the root package holds three: values
 * that every package may use, lists that page through them, and the classes that assemble the rest.
 */
@Tag("slow")
class ArchitectureTest {
  private static final String ROOT = "visibuild";
  private static final String BASE = "visibuild.internal.base";
  private static final String VALUES = "values";
  private static final String LISTS = "lists";
  private static final String ASSEMBLY = "assembly";
  private static final String ADAPTER = "visibuild.internal.adapter";
  private static final String AUTH = "visibuild.internal.auth";
  private static final String GRANT = "visibuild.internal.auth.grant";
  private static final String SHARED = "visibuild.internal.auth.shared";
  private static final String CALL = "visibuild.call";
  private static final String ERROR = "visibuild.internal.error";
  private static final String EVENT = "visibuild.internal.event";
  private static final String HTTP = "visibuild.internal.http";
  private static final String JSON = "visibuild.internal.json";
  private static final String LOG = "visibuild.internal.log";
  private static final String PAGING = "visibuild.internal.paging";
  private static final String RETRY = "visibuild.internal.retry";
  private static final String TIME = "visibuild.internal.time";
  private static final String UPLOAD = "visibuild.internal.upload";

  /** The classes of the root package that read lists page by page. */
  private static final Set<String> LIST_CLASSES =
      Set.of("Paged", "IncrementalSync", "SyncCheckpoint", "SyncHandler");

  /** The classes of the root package that assemble a connection. */
  private static final Set<String> ASSEMBLY_CLASSES =
      Set.of(
          "AccessUsage",
          "AccessUsageLog",
          "Attachments",
          "ClientRegistry",
          "Components",
          "ConnectionConfig",
          "ConnectionTokens",
          "ReadAccess",
          "UsageFile",
          "UsageLine",
          "Visibuild",
          "WriteAccess");

  /** The packages that optional libraries belong to. */
  private static final Set<String> OPTIONAL = Set.of("visibuild.jcache", "visibuild.micrometer");

  private static final JavaClasses RUNTIME =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  /** A layer, and the layers that it may use besides itself. */
  record Rule(String layer, Set<String> uses) {
    Rule(String layer, String... uses) {
      this(layer, Set.of(uses));
    }
  }

  static List<Rule> layers() {
    return List.of(
        new Rule(BASE),
        new Rule(TIME),
        new Rule(VALUES, BASE),
        new Rule(ERROR, BASE, VALUES),
        new Rule(JSON, BASE, VALUES, ERROR),
        new Rule(PAGING, BASE, VALUES),
        new Rule(LISTS, BASE, VALUES, PAGING),
        new Rule(EVENT, BASE, VALUES, ERROR),
        new Rule(AUTH, BASE, TIME, VALUES, ERROR, EVENT),
        new Rule(GRANT, BASE, TIME, VALUES, ERROR, AUTH),
        new Rule(SHARED, BASE, TIME, VALUES, AUTH, GRANT),
        new Rule(HTTP, BASE, VALUES, ERROR, AUTH, CALL, EVENT),
        new Rule(ADAPTER, BASE, VALUES, ERROR, EVENT),
        new Rule(CALL, BASE, VALUES, LISTS, ERROR, ADAPTER),
        new Rule(RETRY, BASE, TIME, VALUES, ERROR, HTTP, EVENT, ADAPTER),
        new Rule(LOG, BASE, VALUES, ERROR, HTTP),
        new Rule(UPLOAD, BASE, VALUES, CALL, ERROR),
        new Rule("visibuild.webhook", BASE, VALUES, JSON, ASSEMBLY),
        new Rule("visibuild.jcache", BASE, VALUES),
        new Rule("visibuild.micrometer", BASE, VALUES));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layer_usesOnlyTheLayersBelowIt(Rule rule) {
    classes()
        .that(inLayers(Set.of(rule.layer())))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(ROOT + ".."))
                .or(inLayers(Set.of(rule.layer())))
                .or(inLayers(rule.uses())))
        .check(RUNTIME);
  }

  @Test
  void everyLayerBelowTheAssembly_hasARule() {
    assertThat(RUNTIME.stream().map(ArchitectureTest::layer).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(layers().stream().map(Rule::layer), Stream.of(ASSEMBLY)).toList());
  }

  @Test
  void layers_rootIncluded_formNoCycle() {
    slices().assignedFrom(byLayer()).should().beFreeOfCycles().check(RUNTIME);
  }

  @Test
  void cycleCheck_findsACycleThroughTheRoot() {
    SliceAssignment oneRoot =
        assignment(type -> type.getPackageName().equals(ROOT) ? ROOT : type.getPackageName());

    assertThatThrownBy(
            () -> slices().assignedFrom(oneRoot).should().beFreeOfCycles().check(RUNTIME))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected");
  }

  @Test
  void namedClassesOfTheRoot_exist() {
    Set<String> all =
        Set.copyOf(
            RUNTIME.stream()
                .filter(type -> type.getPackageName().equals(ROOT) && type.isTopLevelClass())
                .map(JavaClass::getSimpleName)
                .toList());

    assertThat(all).containsAll(LIST_CLASSES).containsAll(ASSEMBLY_CLASSES);
  }

  @Test
  void optionalLibraries_areUsedByTheirOwnPackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(OPTIONAL.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.cache..", "io.micrometer..")
        .check(RUNTIME);
  }

  @Test
  void shrinkerRules_nameThePackagesOfOptionalLibraries() throws IOException {
    String rules = "/META-INF/proguard/visibuild-runtime.pro";
    try (InputStream file = Visibuild.class.getResourceAsStream(rules)) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsAll(OPTIONAL.stream().map(name -> "-dontwarn " + name + ".**").toList());
    }
  }

  private static SliceAssignment byLayer() {
    return assignment(ArchitectureTest::layer);
  }

  private static SliceAssignment assignment(Function<JavaClass, String> nameOf) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
            ? SliceIdentifier.of(nameOf.apply(type))
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "the layers of the runtime";
      }
    };
  }

  private static String layer(JavaClass type) {
    if (!type.getPackageName().equals(ROOT)) {
      return type.getPackageName();
    }
    String name = type.getName().substring(ROOT.length() + 1).split("\\$", -1)[0];
    if (ASSEMBLY_CLASSES.contains(name)) {
      return ASSEMBLY;
    }
    return LIST_CLASSES.contains(name) ? LISTS : VALUES;
  }

  private static DescribedPredicate<JavaClass> inLayers(Set<String> layers) {
    return DescribedPredicate.describe(
        "in " + Arrays.toString(layers.stream().sorted().toArray()),
        type -> type.getPackageName().startsWith(ROOT) && layers.contains(layer(type)));
  }
}
