package visibuild.sample;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac with the processor within a test. */
final class Javac {
  private final Path output;

  /** Compiles into the folder {@code output}. */
  Javac(Path output) {
    this.output = output;
  }

  /** What the compiler says of {@code sources}. */
  List<Diagnostic<? extends JavaFileObject>> compile(List<Path> sources, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-d", output.toString()));
    all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    all.addAll(List.of("-processor", "visibuild.processor.VisibuildProcessor"));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      javac
          .getTask(
              Writer.nullWriter(),
              files,
              found,
              all,
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return found.getDiagnostics();
  }
}
