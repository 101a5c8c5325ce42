package visibuild.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The processor in a program that is a named module. */
class NamedModulesTest {
  /** Retrofit is an automatic module, which javac remarks on and no user can change. */
  private static final String LINT =
      "-Xlint:all,-processing,-requires-automatic,-requires-transitive-automatic";

  private static final Pattern LINKED =
      Pattern.compile(
          ".*/(visibuild-runtime|retrofit|okhttp|okio|kotlin-stdlib|jackson|jspecify"
              + "|annotations)-[^/]*jar");

  @ParameterizedTest
  @CsvSource({"'', false", "requires java.compiler;, true"})
  void theClientOfAModuleCompilesWithoutARemark(String requires, boolean generated)
      throws Exception {
    Compilation compilation =
        javac()
            .withOptions(
                "--module-path", modulePath(), "--release", "17", LINT, "-Werror", "-implicit:none")
            .withClasspath(List.of())
            .withProcessors(new VisibuildProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "module-info", "module user { requires visibuild.runtime; " + requires + " }"),
                JavaFileObjects.forSourceString(
                    "user.Api",
                    """
                    package user;
                    @visibuild.VisibuildApi(scope = visibuild.Scope.READ)
                    interface Api {
                      @retrofit2.http.GET("x/{id}")
                      visibuild.Paged<String> get(@retrofit2.http.Path("id") String id);
                    }
                    """));

    assertThat(compilation.diagnostics())
        .extracting(each -> each.getMessage(Locale.ROOT))
        .isEmpty();
    assertThat(
            compilation
                .generatedSourceFile("user.ApiClient")
                .orElseThrow()
                .getCharContent(false)
                .toString()
                .contains("@Generated("))
        .isEqualTo(generated);
  }

  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(NamedModulesTest::isLinked)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Returns whether a program links {@code entry}: the runtime or one of its dependencies. */
  private static boolean isLinked(String entry) {
    String path = entry.replace(File.separatorChar, '/');
    return path.endsWith("/runtime/target/classes") || LINKED.matcher(path).matches();
  }
}
