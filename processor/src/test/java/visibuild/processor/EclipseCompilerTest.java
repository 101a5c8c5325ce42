package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.ReadAccess;
import visibuild.policy.Descriptor;
import visibuild.policy.DescriptorFile;
import visibuild.policy.MethodDescriptor;

/** The processor in Eclipse's compiler. */
@Tag("slow")
class EclipseCompilerTest {
  @TempDir private Path folder;

  private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();

  static Stream<Path> goldenCases() throws IOException {
    try (Stream<Path> cases = Files.list(Path.of("src", "test", "resources", "golden"))) {
      return cases.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldenCases")
  void clientsAreThoseThatJavacGets(Path golden) throws IOException {
    List<Path> sources;
    List<Path> clients;
    try (Stream<Path> files = Files.list(golden)) {
      List<Path> all = files.sorted().toList();
      clients = all.stream().filter(file -> file.toString().endsWith("ApiClient.java")).toList();
      sources = all.stream().filter(file -> !clients.contains(file)).toList();
    }

    compile(sources);

    assertThat(errors()).isEmpty();
    for (Path client : clients) {
      assertThat(generated(client.getFileName().toString())).isEqualTo(Files.readString(client));
    }
  }

  @Test
  void theClientCanBeLoaded() throws Exception {
    Path api = folder.resolve("Api.java");
    Files.writeString(
        api,
        "@visibuild.VisibuildApi(scope = visibuild.Scope.READ)"
            + " public interface Api { @retrofit2.http.GET(\"x\") String get(); }");

    compile(List.of(api));

    assertThat(errors()).isEmpty();
    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> client = Class.forName("ApiClient", false, classes);
      assertThat(client.getMethod("create", ReadAccess.class).getReturnType())
          .isEqualTo(classes.loadClass("Api"));
    }
  }

  @Test
  void theDescriptorIsWrittenWithoutLines() throws Exception {
    Path api = folder.resolve("Api.java");
    Files.writeString(
        api,
        "@visibuild.VisibuildApi(scope = visibuild.Scope.READ)"
            + " public interface Api { @retrofit2.http.GET(\"x\") String get(); }");

    compile(List.of(api));

    Path file = folder.resolve(DescriptorFile.FOLDER + "Api.json");
    Descriptor descriptor = DescriptorFile.read("", Files.readAllBytes(file));
    assertThat(descriptor.methods()).extracting(MethodDescriptor::name).containsExactly("get");
    assertThat(descriptor.source()).isEmpty();
    assertThat(descriptor.methods().get(0).source()).isEmpty();
  }

  @Test
  void aProblemIsReportedAtItsPlace() throws IOException {
    Path api = folder.resolve("Api.java");
    Files.writeString(
        api,
        """
        import retrofit2.http.*;
        @visibuild.VisibuildApi(scope = visibuild.Scope.READ)
        public interface Api {
          @GET("x/{id}") String get(@Path("ID") String id);
          @GET("x") String list(@Query("a") java.util.List<?> list);
        }
        """);

    compile(List.of(api));

    assertThat(errors())
        .containsExactlyInAnyOrder(
            "Api.java:4 at \"ID\": [visibuild/unknown-placeholder] The path \"x/{id}\" of Api.get has"
                + " no {ID}.",
            "Api.java:5 at list: [visibuild/open-parameter-type] The parameter list of Api.list has"
                + " the type List<?>, in which a wildcard stands for an unknown type.");
  }

  private void compile(List<Path> sources) throws IOException {
    JavaCompiler ecj = new EclipseCompiler();
    try (StandardJavaFileManager files =
        ecj.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocation(StandardLocation.CLASS_PATH, classpath());
      files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(folder.toFile()));
      files.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(folder.toFile()));
      JavaCompiler.CompilationTask task =
          ecj.getTask(
              Writer.nullWriter(),
              files,
              found,
              List.of("--release", "17", "-encoding", "UTF-8"),
              null,
              files.getJavaFileObjectsFromFiles(sources.stream().map(Path::toFile).toList()));
      task.setProcessors(List.of(new VisibuildProcessor()));
      task.call();
    }
  }

  /** Each with its place, the text that is marked there, and the first line of its message. */
  private List<String> errors() {
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(EclipseCompilerTest::describe)
        .toList();
  }

  private static String describe(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    if (error.getSource() == null) {
      return message;
    }
    Path file = Path.of(error.getSource().toUri());
    return "%s:%d at %s: %s"
        .formatted(
            file.getFileName(),
            error.getLineNumber(),
            read(file).substring((int) error.getStartPosition(), (int) error.getEndPosition() + 1),
            message);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String generated(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path file =
          files
              .filter(each -> each.getFileName().toString().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No " + name));
      return Files.readString(file);
    }
  }

  /** Without the test's own resources: the compiler would take the golden clients from there. */
  private static List<File> classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(entry -> !entry.getName().equals("test-classes"))
        .toList();
  }
}
