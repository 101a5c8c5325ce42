package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/** The processor's options: which files they select, and that javac knows them everywhere. */
final class ProcessorOptionsTest {
  private static final JavaFileObject API =
      Compiling.source(
          "Api",
          "@VisibuildApi(scope = Scope.READ) public interface Api { @GET(\"a\") String a(); }");
  private static final JavaFileObject NO_INTERFACE =
      JavaFileObjects.forSourceString("api.SomeTest", "package api; class SomeTest {}");
  private static final JavaFileObject ANDROID =
      JavaFileObjects.forSourceString(
          "android.app.Application", "package android.app; public class Application {}");

  @Test
  void withoutOption_writesNoReachabilityFile() {
    assertThat(resources(compile(List.of(API)))).containsExactly("META-INF/visibuild/api.Api.json");
  }

  @Test
  void androidOnTheClassPath_writesShrinkerRules() {
    assertThat(resources(compile(List.of(API, ANDROID))))
        .containsExactlyInAnyOrder(
            "META-INF/visibuild/api.Api.json", "META-INF/proguard/visibuild-api.ApiClient.pro");
  }

  @Test
  void none_writesNoReachabilityFileForAndroid() {
    assertThat(resources(compile(List.of(API, ANDROID), "-Avisibuild.reachability=none")))
        .containsExactly("META-INF/visibuild/api.Api.json");
  }

  @Test
  void nativeImage_writesOnlyItsMetadata() {
    assertThat(resources(compile(List.of(API), "-Avisibuild.reachability=native-image")))
        .containsExactlyInAnyOrder(
            "META-INF/visibuild/api.Api.json",
            "META-INF/native-image/io.github.visibuild-java/api.ApiClient/reachability-metadata.json");
  }

  @Test
  void unknownTool_isAnError() {
    assertThat(compile(List.of(API), "-Avisibuild.reachability=shrinker,graal").errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.getMessage(null))
                    .isEqualTo(
                        "[visibuild/invalid-option] -Avisibuild.reachability: \"graal\" is not a"
                            + " tool. Write shrinker, native-image, both separated by a comma, or"
                            + " none."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Avisibuild.highestScope=READ",
        "-Avisibuild.policyDate=2026-02-01",
        "-Avisibuild.callAdapterTypes=a.B",
        "-Avisibuild.reachability=native-image",
      })
  void compilationWithoutInterface_javacKnowsTheOption(String option) {
    assertThat(compile(List.of(NO_INTERFACE), option).diagnostics()).isEmpty();
  }

  private static Compilation compile(List<JavaFileObject> sources, String... options) {
    List<String> all =
        new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "--release", "17"));
    all.addAll(List.of(options));
    return Compiling.compiler()
        .withOptions(all)
        .withProcessors(new VisibuildProcessor())
        .compile(sources);
  }

  private static List<String> resources(Compilation compilation) {
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation.generatedFiles().stream()
        .filter(file -> file.getKind() == JavaFileObject.Kind.OTHER)
        .map(file -> file.toUri().getPath())
        .map(path -> path.substring(("/" + StandardLocation.CLASS_OUTPUT + "/").length()))
        .toList();
  }
}
