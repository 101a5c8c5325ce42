package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.processor.testing.Compiling;

/**
 * The oldest javac that the processor works with and the newest, each run as a build runs it: the
 * one of the JVM that runs the tests, and that of another JDK where the machine has one.
 */
@Tag("slow")
class EachJavacTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "javac {0}")
  @ValueSource(ints = {17, 25})
  void itWritesTheSameFilesWithoutARemark(int release) throws Exception {
    Jdk jdk = jdk(release);
    List<Path> sources = sourcesIn("golden", "reach");

    Jdk.Ending ending = jdk.compile(folder, sources);

    assertThat(ending).isEqualTo(new Jdk.Ending(0, ""));
    assertThat(filesIn(folder)).isEqualTo(filesOf(Compiling.compile(objectsOf(sources))));
  }

  @ParameterizedTest(name = "javac {0}")
  @ValueSource(ints = {17, 25})
  void itReportsAProblemAtItsPlace(int release) throws Exception {
    Jdk jdk = jdk(release);
    Path api = folder.resolve("Api.java");
    Files.writeString(
        api,
        """
        import retrofit2.http.*;
        @visibuild.VisibuildApi(scope = visibuild.Scope.READ)
        public interface Api {
          @GET("x/{id}") String get(@Path("ID") String id);
          Object CLIENT = ApiClient.create(null);
        }
        """);

    Jdk.Ending ending = jdk.compile(folder, List.of(api));

    assertThat(ending.status()).isEqualTo(1);
    assertThat(ending.said())
        .startsWith(
            api
                + ":4: error: [visibuild/unknown-placeholder] The path \"x/{id}\" of Api.get has no"
                + " {ID}.")
        .contains("@Path(\"ID\")", "\n1 error\n")
        .doesNotContain("cannot find symbol");
  }

  private static Jdk jdk(int release) {
    Optional<Jdk> found = Jdk.of(release);
    assumeTrue(
        found.isPresent(),
        () ->
            "Not run: there is no JDK %d. Install one, or name it in JAVA_HOME_%d."
                .formatted(release, release));
    return found.get();
  }

  /** All in these resources, except for the clients that the processor is to write. */
  private static List<Path> sourcesIn(String... resources) throws IOException, URISyntaxException {
    List<Path> sources = new ArrayList<>();
    for (String resource : resources) {
      Path root = Path.of(EachJavacTest.class.getResource("/" + resource).toURI());
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().endsWith("ApiClient.java"))
            .sorted()
            .forEach(sources::add);
      }
    }
    return sources;
  }

  private static List<JavaFileObject> objectsOf(List<Path> sources) throws MalformedURLException {
    List<JavaFileObject> objects = new ArrayList<>();
    for (Path source : sources) {
      objects.add(JavaFileObjects.forResource(source.toUri().toURL()));
    }
    return objects;
  }

  /** The clients and the files beside the classes: what the processor wrote. */
  private static Map<String, String> filesIn(Path folder) throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".class")) {
          written.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return written;
  }

  private static Map<String, String> filesOf(Compilation compilation) throws IOException {
    assertThat(compilation.errors()).isEmpty();
    Map<String, String> written = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        written.put(
            file.getName().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", ""),
            new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return written;
  }
}
