package visibuild.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which room of the sandbox may know which. */
@Tag("slow")
class ArchitectureTest {
  private static final String SANDBOX = "visibuild.testing";
  private static final String DATA = "visibuild.testing.data";
  private static final String DELIVERY = "visibuild.testing.delivery";
  private static final String HTTP = "visibuild.testing.http";
  private static final String OAUTH = "visibuild.testing.oauth";
  private static final String STORAGE = "visibuild.testing.storage";
  private static final String API = "visibuild.testing.api";
  private static final String SERVER = "visibuild.testing.server";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(SANDBOX);

  @Test
  void dataKnowsNoOtherRoom() {
    knowsOnly(DATA, DATA);
  }

  @Test
  void deliveryUsesNoOtherPackage() {
    knowsOnly(DELIVERY, DELIVERY);
  }

  @Test
  void httpKnowsNoOtherRoom() {
    knowsOnly(HTTP, HTTP);
  }

  @Test
  void oauthKnowsHttpOnly() {
    knowsOnly(OAUTH, OAUTH, HTTP);
  }

  @Test
  void storageKnowsHttpOnly() {
    knowsOnly(STORAGE, STORAGE, HTTP);
  }

  @Test
  void apiUsesDataDeliveryHttpAndStorageOnly() {
    knowsOnly(API, API, DATA, DELIVERY, HTTP, STORAGE);
  }

  @Test
  void serverKnowsNothingOfThePublicRoom() {
    knowsOnly(SERVER, SERVER, API, DATA, DELIVERY, HTTP, OAUTH, STORAGE);
  }

  @Test
  void onlyThePublicRoomKnowsTheRuntime() {
    noClasses()
        .that()
        .resideInAnyPackage(DATA, DELIVERY, HTTP, OAUTH, STORAGE, API, SERVER)
        .should()
        .dependOnClassesThat(resideInAnyPackage("visibuild", "visibuild.call", "visibuild.webhook"))
        .check(CLASSES);
  }

  @Test
  void onlyTheExtensionNeedsJUnit() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(SandboxExtension.class, VisibuildSandboxTest.class)
        .should()
        .dependOnClassesThat(resideInAPackage("org.junit.."))
        .check(CLASSES);
  }

  private static void knowsOnly(String room, String... known) {
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage(SANDBOX + "..")).or(resideInAnyPackage(known)))
        .check(CLASSES);
  }
}
