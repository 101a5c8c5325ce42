package visibuild.processor;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.ClassFolder;
import visibuild.processor.testing.Compiling;
import visibuild.processor.testing.LateGeneratingProcessor;

/** Types that are not there in the first round. */
class RoundsTest {
  private static final String LATE =
      "package api; @com.fasterxml.jackson.databind.annotation.JsonDeserialize public interface Late { @retrofit2.http.GET(\"late\") String late();"
          + " String PATH = \"p\"; }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface Api { @GET(\"x\") Late get(); }",
        "interface Api { @GET(\"x\") Paged<List<Late[]>> get(); }",
        "interface Api { @GET(\"x\") String get(@Query(\"a\") List<Late> late); }",
        "interface Api { @GET(Late.PATH) String get(); }",
        "interface Api extends Late {}",
        "interface Api extends Before { @GET(\"x\") String get(); } interface Before extends Late {}"
      })
  void anInterfaceWaitsForWhatAnotherProcessorWrites(String api) {
    Compilation compilation =
        Compiling.compile(
            List.of(Compiling.source("Api", "@VisibuildApi(scope = Scope.READ)\n" + api)),
            new LateGeneratingProcessor(LATE));

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFile("api.ApiClient")).isPresent();
  }

  @Test
  void missingTypeOfAMethodInAClassFile_isReportedAtTheInterface(@TempDir Path library)
      throws IOException {
    ClassFolder.fill(
        library,
        Compiling.compilePlainly(
            List.of(
                JavaFileObjects.forSourceString(
                    "other.Never", "package other; public enum Never {}"),
                JavaFileObjects.forSourceString(
                    "other.Crud",
                    "package other; import retrofit2.http.*;"
                        + " public interface Crud { @GET(\"x\") String get(@Query(\"a\") Never never); }"))));
    Files.delete(library.resolve("other/Never.class"));

    Compilation compilation =
        Compiling.compileWith(
            library,
            Compiling.source(
                "Api", "@VisibuildApi(scope = Scope.READ)\ninterface Api extends other.Crud {}"));

    Diagnostic<?> error = compilation.errors().stream().collect(onlyElement());
    assertThat(error.getMessage(Locale.ROOT).lines().map(String::strip))
        .containsExactly(
            "[visibuild/missing-type] api.Api has no client, because it inherits a method with the type other.Never, which is not on the class path.",
            "Add the library that contains the type.");
    assertThat(error.getLineNumber()).isEqualTo(2);
  }

  @Test
  void whatIsThereIsCheckedAlthoughATypeNeverComes() {
    assertThat(
            problemsOf(
                """
                @VisibuildApi(scope = Scope.READ_WRITE) interface Api {
                  @GET("a") Never a();
                  @GET("/b") String b();
                  @POST("c") String c(@Body Never never);
                }
                """))
        .containsExactly("[visibuild/path-leaves-api] 3");
  }

  @Test
  void interfaceWithOnlyBrokenMethods_isReportedByTheCompilerOnly() {
    assertThat(
            problemsOf(
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"a\") Never a(); }"))
        .isEmpty();
  }

  @Test
  void whatIsThereIsCheckedAlthoughAnotherInterfaceIsRefused() {
    assertThat(
            problemsOf(
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("a") Never a();
                  @GET("/b") String b();
                }
                @VisibuildApi(scope = Scope.READ) interface Other { @GET("/c") String c(); }
                """))
        .containsExactly("[visibuild/path-leaves-api] 5", "[visibuild/path-leaves-api] 3");
  }

  private static List<String> problemsOf(String source) {
    return Compiling.compile(List.of(Compiling.source("Api", source))).errors().stream()
        .filter(error -> error.getMessage(Locale.ROOT).startsWith("["))
        .map(
            error ->
                error.getMessage(Locale.ROOT).replaceFirst("(?s)].*", "] ") + error.getLineNumber())
        .toList();
  }
}
