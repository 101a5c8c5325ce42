package visibuild.processor.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/**
 * Annotations for the compiler that a client takes over from its interface: nullness, deprecation
 * and suppressed warnings.
 */
@Tag("slow")
class CarriedAnnotationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@NullMarked @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); } | ApiClient | @NullMarked",
        "@NullUnmarked @VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") String get(); } | ApiClient | @NullUnmarked",
        "@NullMarked class Api { @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") String get(); } } | Api_InnerClient | @NullMarked",
        "@NullMarked class Api { @NullUnmarked @VisibuildApi(scope = Scope.READ) interface Inner { @GET(\"x\") String get(); } } | Api_InnerClient | @NullUnmarked"
      })
  void clientIsNullMarked_likeItsInterface(String source, String client, String annotation)
      throws IOException {
    Compilation compilation =
        compile(Compiling.source("Api", "import org.jspecify.annotations.*; " + source));

    assertThat(compilation.errors()).isEmpty();
    assertThat(
            compilation
                .generatedSourceFile("api." + client)
                .orElseThrow()
                .getCharContent(false)
                .toString()
                .lines()
                .filter(line -> line.startsWith("@Null")))
        .containsExactly(annotation);
  }

  @Test
  void nullnessOfAMethod_isRepeatedOnce() {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                import org.jspecify.annotations.*;
                @NullMarked @VisibuildApi(scope = Scope.READ) interface Api {
                  @NullUnmarked @GET("x") String get(@Query("a") @Nullable String a);
                  @NullMarked @Deprecated @GET("y") Paged<@Nullable String> list();
                }
                """));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void jspecify_mayBeMissingFromTheClassPath() {
    Compilation compilation =
        Compiling.compileWithout(
            "jspecify",
            Compiling.source(
                "Api",
                "@VisibuildApi(scope = Scope.READ) interface Api { @GET(\"x\") Paged<String> list(); }"));

    assertThat(compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)))
        .noneMatch(message -> !message.startsWith("warnings found"));
  }

  @Test
  void warningSuppressedAroundTheInterface_isSuppressedInTheClient() {
    Compilation compilation =
        compile(
            JavaFileObjects.forSourceString(
                "api.Old", "package api; @Deprecated public class Old { public String a; }"),
            JavaFileObjects.forSourceString(
                "api.Crud",
                """
                package api;
                @SuppressWarnings({"rawtypes", "visibuild:raw-response"}) interface Crud {
                  @retrofit2.http.GET("z") java.util.List all();
                }
                """),
            Compiling.source(
                "Outer",
                """
                @SuppressWarnings("deprecation") class Outer {
                  @VisibuildApi(scope = Scope.READ) interface Api extends Crud {
                    @GET("x") Old old();
                    @GET("y") Paged<Old> list();
                  }
                }
                """));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
  void deprecatedTypeInsideTheInterface_causesNoWarningInTheClient(String annotation) {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @GET("x") Old old(@Query("kind") Kind kind);
                  @GET("y") CompletableFuture<List<Old>> list();
                  @GET("z") Paged<Old> pages(@QueryMap Map<String, Kind> kinds);
                  @GET("u") Around.Inner inside();
                  @SuppressWarnings("visibuild:generic-method") @GET("v") <T extends Old> String bound();
                  %1$s class Around { record Inner(String id) {} }
                  %1$s record Old(String id) {}
                  %1$s enum Kind { ONE }
                }
                """
                    .formatted(annotation)));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void deprecatedMethodWithADeprecatedType_suppressesNoWarning() throws IOException {
    Compilation compilation =
        compile(
            Compiling.source(
                "Api",
                """
                @VisibuildApi(scope = Scope.READ) interface Api {
                  @Deprecated @GET("x") Old old();
                  @Deprecated record Old(String id) {}
                }
                """));

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(
            compilation
                .generatedSourceFile("api.ApiClient")
                .orElseThrow()
                .getCharContent(false)
                .toString())
        .doesNotContain("@SuppressWarnings");
  }

  private static Compilation compile(JavaFileObject... sources) {
    return Compiling.compile(List.of(sources));
  }
}
