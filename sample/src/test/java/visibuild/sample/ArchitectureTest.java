package visibuild.sample;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Which room of the sample may know which. */
class ArchitectureTest {
  @Test
  void roomKnowsOnlyTheRoomsBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("records")
        .definedBy("visibuild.sample.records")
        .layer("api")
        .definedBy("visibuild.sample.api")
        .layer("report")
        .definedBy("visibuild.sample.report")
        .layer("gather")
        .definedBy("visibuild.sample.gather")
        .layer("copy")
        .definedBy("visibuild.sample.copy")
        .layer("print")
        .definedBy("visibuild.sample.print")
        .layer("ticket")
        .definedBy("visibuild.sample.ticket")
        .layer("cli")
        .definedBy("visibuild.sample.cli")
        .whereLayer("records")
        .mayNotAccessAnyLayer()
        .whereLayer("api")
        .mayOnlyAccessLayers("records")
        .whereLayer("report")
        .mayOnlyAccessLayers("records")
        .whereLayer("gather")
        .mayOnlyAccessLayers("api", "records", "report")
        .whereLayer("copy")
        .mayOnlyAccessLayers("api", "records")
        .whereLayer("print")
        .mayOnlyAccessLayers("report", "copy", "records")
        .whereLayer("ticket")
        .mayOnlyAccessLayers("api", "records")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("visibuild.sample"));
  }
}
