package visibuild;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which room of the runtime may know which. */
class ArchitectureTest {
  private static final String VOCABULARY = "visibuild";
  private static final String FAILURE = "visibuild.internal.error";
  private static final String AUTH = "visibuild.internal.auth";
  private static final String HTTP = "visibuild.internal.http";
  private static final String JSON = "visibuild.internal.json";
  private static final String RETRY = "visibuild.internal.retry";
  private static final String UPLOAD = "visibuild.internal.upload";
  private static final String WEBHOOK = "visibuild.webhook";
  private static final String PAGING = "visibuild.internal.paging";
  private static final String ADAPTER = "visibuild.internal.adapter";
  private static final String LOG = "visibuild.internal.log";
  private static final String CALL = "visibuild.call";

  private static final JavaClasses RUNTIME =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(VOCABULARY);

  @Test
  void failuresKnowTheVocabularyOnly() {
    knowsOnly(FAILURE, VOCABULARY);
  }

  @Test
  void retriesKnowTheVocabularyFailuresAndHttp() {
    knowsOnly(RETRY, VOCABULARY, FAILURE, HTTP);
  }

  @Test
  void theLogKnowsTheVocabularyFailuresAndHttp() {
    knowsOnly(LOG, VOCABULARY, FAILURE, HTTP);
  }

  @Test
  void uploadsKnowTheVocabularyCallsAndFailures() {
    knowsOnly(UPLOAD, VOCABULARY, CALL, FAILURE);
  }

  @Test
  void webhooksKnowTheVocabularyOnly() {
    knowsOnly(WEBHOOK, VOCABULARY, JSON);
  }

  @Test
  void pagingKnowsTheVocabularyOnly() {
    knowsOnly(PAGING, VOCABULARY);
  }

  @Test
  void jsonKnowsTheVocabularyOnly() {
    knowsOnly(JSON, VOCABULARY);
  }

  @Test
  void authKnowsTheVocabularyAndFailures() {
    knowsOnly(AUTH, VOCABULARY, FAILURE);
  }

  @Test
  void httpKnowsTheVocabularyFailuresAndAuth() {
    knowsOnly(HTTP, VOCABULARY, FAILURE, AUTH);
  }

  @Test
  void adaptersKnowTheVocabularyAndFailures() {
    knowsOnly(ADAPTER, VOCABULARY, FAILURE);
  }

  @Test
  void callsKnowTheVocabularyFailuresAndAdapters() {
    knowsOnly(CALL, VOCABULARY, FAILURE, ADAPTER);
  }

  @Test
  void theRoomsOfOptionalLibrariesKnowTheVocabularyOnly() {
    knowsOnly("visibuild.jcache", VOCABULARY);
    knowsOnly("visibuild.micrometer", VOCABULARY);
  }

  @Test
  void shrinkersAreToldOfTheRoomsOfOptionalLibraries() throws IOException {
    String rules = "/META-INF/proguard/visibuild-runtime.pro";
    try (InputStream file = Visibuild.class.getResourceAsStream(rules)) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
          .contains("-dontwarn visibuild.jcache.**", "-dontwarn visibuild.micrometer.**");
    }
  }

  @Test
  void theVocabularyAndTheInnerRoomsKnowNoOptionalLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages("visibuild.jcache", "visibuild.micrometer")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.cache..", "io.micrometer..")
        .check(RUNTIME);
  }

  @Test
  void onlyTheWiringPagedAndAttachmentsKnowTheInnerRooms() {
    noClasses()
        .that()
        .resideInAPackage(VOCABULARY)
        .and()
        .doNotHaveFullyQualifiedName("visibuild.Components")
        .and()
        .doNotHaveFullyQualifiedName("visibuild.Paged")
        .and()
        .doNotHaveFullyQualifiedName("visibuild.Attachments")
        .should()
        .dependOnClassesThat(resideInAPackage(VOCABULARY + ".*.."))
        .check(RUNTIME);
  }

  @Test
  void innerRoomsFormNoCycle() {
    slices().matching("visibuild.internal.(*)..").should().beFreeOfCycles().check(RUNTIME);
  }

  private static void knowsOnly(String room, String... others) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(VOCABULARY + ".."))
                .or(resideInAPackage(room))
                .or(resideInAnyPackage(others)))
        .check(RUNTIME);
  }
}
