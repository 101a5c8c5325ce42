package visibuild.processor;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.testing.Compiling;

/**
 * The whole generated source, against the files in {@code src/test/resources/golden}: each folder
 * holds interfaces and, beside them, the clients that they are to get.
 */
class GoldenTest {
  @ParameterizedTest
  @MethodSource("cases")
  void clientsAreExactlyTheGoldenOnes(Path folder) {
    Compilation compilation = Compiling.compile(sources(folder, false));

    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation)).isEqualTo(golden(folder));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goldenClientsCompileWithoutARemarkAndWithoutTheProcessor(Path folder) {
    Compilation compilation = Compiling.compilePlainly(sources(folder, true));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theOrderOfTheSourcesMakesNoDifference(Path folder) {
    List<JavaFileObject> sources = sources(folder, false);
    List<JavaFileObject> reversed =
        sources.stream().sorted((one, other) -> other.getName().compareTo(one.getName())).toList();

    assertThat(written(Compiling.compile(reversed))).isEqualTo(written(Compiling.compile(sources)));
  }

  static Stream<Path> cases() throws IOException, URISyntaxException {
    Path root = Path.of(GoldenTest.class.getResource("/golden").toURI());
    try (Stream<Path> folders = Files.list(root)) {
      return folders.sorted().toList().stream();
    }
  }

  private static List<JavaFileObject> sources(Path folder, boolean withClients) {
    return files(folder)
        .filter(file -> withClients || !isClient(file))
        .map(GoldenTest::source)
        .toList();
  }

  private static Map<String, String> golden(Path folder) {
    return new TreeMap<>(
        files(folder)
            .filter(GoldenTest::isClient)
            .collect(toMap(file -> file.getFileName().toString(), GoldenTest::read)));
  }

  private static Map<String, String> generated(Compilation compilation) {
    return new TreeMap<>(
        compilation.generatedSourceFiles().stream()
            .collect(
                toMap(
                    file -> Path.of(file.getName()).getFileName().toString(),
                    GoldenTest::contentOf)));
  }

  /** All that the processor wrote: the clients, and the files beside their classes. */
  private static Map<String, String> written(Compilation compilation) {
    Map<String, String> written = new TreeMap<>();
    compilation.generatedFiles().stream()
        .filter(file -> file.getKind() != JavaFileObject.Kind.CLASS)
        .forEach(file -> written.put(file.getName(), contentOf(file)));
    assertThat(written).hasSizeGreaterThan(compilation.generatedSourceFiles().size());
    return written;
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClient(Path file) {
    return file.getFileName().toString().endsWith("Client.java");
  }

  private static JavaFileObject source(Path file) {
    String name = file.getFileName().toString().replace(".java", "");
    String text = read(file);
    boolean unnamed = !text.startsWith("package ");
    String folder = file.getParent().getFileName().toString();
    return JavaFileObjects.forSourceString(unnamed ? name : "golden." + folder + "." + name, text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contentOf(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
