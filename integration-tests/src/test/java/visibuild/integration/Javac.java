package visibuild.integration;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
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

  /** Returns the errors of the compiler for {@code sources}. */
  List<Diagnostic<? extends JavaFileObject>> compile(List<Path> sources, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-d", output.toString()));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              Writer.nullWriter(),
              files,
              found,
              all,
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(List.of(processor()));
      task.call();
    }
    return found.getDiagnostics();
  }

  /** By name, since its class names annotations that only its own compile has. */
  private static Processor processor() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().equals("visibuild.processor.VisibuildProcessor"))
        .findFirst()
        .orElseThrow()
        .get();
  }
}
