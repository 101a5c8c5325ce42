package visibuild.sample;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ArchitectureTest {
  @Test
  void packages_useOnlyPackagesBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
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
        .whereLayer("report")
        .mayNotAccessAnyLayer()
        .whereLayer("gather")
        .mayOnlyAccessLayers("report")
        .whereLayer("copy")
        .mayNotAccessAnyLayer()
        .whereLayer("print")
        .mayOnlyAccessLayers("report", "copy")
        .whereLayer("ticket")
        .mayNotAccessAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .check(
            new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("visibuild.sample"));
  }
}
