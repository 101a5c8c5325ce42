package visibuild.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.fixture.ChildJvm;

/** The main paths of the runtime with other versions of its libraries. */
@Tag("slow")
@Timeout(300)
class LibraryVersionsTest {
  private static final Path OLD = Path.of("target", "old-libraries").toAbsolutePath();

  @Test
  void corePaths_passWithTheOkHttpThatRetrofitBrings() throws Exception {
    assertThat(runWith("okhttp|okio|mockwebserver", "okhttp-4.12.0.jar", "okio-jvm-3.6.0.jar"))
        .endsWith("passed with OkHttp 4.12.0");
  }

  @Test
  void corePaths_passWithTheNewestOkHttp() throws Exception {
    assertThat(ChildJvm.said(ChildJvm.start(CorePaths.class, List.of())))
        .contains("passed with OkHttp 5.");
  }

  /** Otherwise the first call would fail with a linkage error, or hang. */
  @ParameterizedTest
  @CsvSource({
    "okio, okio-jvm-3.6.0.jar, The Okio on the class path is older than OkHttp 5",
    "retrofit, retrofit-2.9.0.jar, The Retrofit on the class path is older than 2.10.0.",
    "jackson-core, jackson-core-2.14.3.jar, jackson-core 2.14.3 and jackson-databind 2",
    "jackson-datatype, absent.jar, Jackson's module for java.time is missing."
  })
  void libraryThatIsTooOldOrMissing_isRefusedByBuild(String removed, String jar, String message)
      throws Exception {
    assertThat(runWith(removed, jar))
        .contains("IllegalStateException: " + message)
        .contains("Visibuild$Builder.build")
        .contains("to the program's dependencies.");
  }

  /** Runs the paths with {@code jars} in place of those whose names begin like {@code removed}. */
  private static String runWith(String removed, String... jars) throws IOException {
    String pattern = "(" + removed + ").*";
    Stream<String> rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !new File(entry).getName().matches(pattern));
    Stream<String> old = Arrays.stream(jars).map(jar -> OLD.resolve(jar).toString());
    String classPath = Stream.concat(old, rest).collect(Collectors.joining(File.pathSeparator));
    return ChildJvm.said(ChildJvm.start(classPath, CorePaths.class, List.of()));
  }
}
