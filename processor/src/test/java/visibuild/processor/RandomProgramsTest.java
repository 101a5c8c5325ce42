package visibuild.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.processor.testing.Compiling;

/**
 * Whatever a valid program looks like, its client compiles with javac and with Eclipse's compiler,
 * or a diagnostic of the processor explains why there is none.
 *
 * <p>The programs are the same in each run. Others: {@code -Dvisibuild.fuzz.seed=42}. More, for a
 * long run: {@code -Dvisibuild.fuzz=2000}.
 */
@Tag("slow")
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("visibuild.fuzz", 240);
  private static final long SEED = Long.getLong("visibuild.fuzz.seed", 0);
  private static final int BATCH = 80;

  private static final Map<String, Integer> REFUSED = new TreeMap<>();
  private static int compiled;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("batches")
  void clientOfARandomInterface_compilesOrIsRefused(long batch) throws IOException {
    List<RandomProgram> programs =
        IntStream.range(0, BATCH)
            .mapToObj(
                i -> RandomProgram.next(i, new RandomChoice((SEED << 32) + batch * BATCH + i)))
            .toList();
    Compilation processing =
        Compiling.compiler()
            .withOptions("-proc:only", "-nowarn", "-Xmaxerrs", "100000", "--release", "17")
            .withProcessors(new VisibuildProcessor())
            .compile(programs.stream().flatMap(program -> program.files().stream()).toList());
    List<RandomProgram> accepted = new ArrayList<>(programs);
    List<String> failures = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error : processing.errors()) {
      String message = error.getMessage(Locale.ROOT);
      RandomProgram program = ownerOf(error, programs);
      if (!message.startsWith("[visibuild/")
          || message.startsWith("[visibuild/internal-error]")
          || message.startsWith("[visibuild/missing-type]")) {
        failures.add(error + "\n" + program);
      } else {
        REFUSED.merge(message.substring(1, message.indexOf(']')), 1, Integer::sum);
      }
      accepted.remove(program);
    }
    Compilation compilation =
        Compiling.compiler()
            .withOptions(
                "-Xlint:all,-processing",
                "-Xmaxerrs",
                "100000",
                "-Xmaxwarns",
                "100000",
                "--release",
                "17")
            .withProcessors(new VisibuildProcessor())
            .compile(accepted.stream().flatMap(program -> program.files().stream()).toList());
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR || isInClient(diagnostic)) {
        failures.add(diagnostic + "\n" + ownerOf(diagnostic, programs));
      }
    }
    if (failures.isEmpty()) {
      failures.addAll(errorsOfEclipse(accepted, compilation.generatedSourceFiles()));
    }

    assertThat(failures).isEmpty();
    compiled += accepted.size();
  }

  private List<String> errorsOfEclipse(List<RandomProgram> programs, List<JavaFileObject> clients)
      throws IOException {
    for (RandomProgram program : programs) {
      for (Map.Entry<String, String> source : program.sources().entrySet()) {
        write(source.getKey().replace('.', '/') + ".java", source.getValue());
      }
    }
    for (JavaFileObject client : clients) {
      write(
          client.getName().replaceFirst("^/SOURCE_OUTPUT/", ""),
          client.getCharContent(true).toString());
    }
    StringWriter errors = new StringWriter();
    BatchCompiler.compile(
        new String[] {
          "-17",
          "-encoding",
          "UTF-8",
          "-proc:none",
          "-nowarn",
          "-d",
          "none",
          "-classpath",
          Compiling.classpath().stream()
              .map(File::toString)
              .collect(Collectors.joining(File.pathSeparator)),
          folder.toString()
        },
        new PrintWriter(Writer.nullWriter()),
        new PrintWriter(errors),
        null);
    return errors.toString().isEmpty() ? List.of() : List.of(errors.toString());
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static boolean isInClient(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getSource() != null
        && diagnostic.getSource().getName().startsWith("/SOURCE_OUTPUT/");
  }

  private static RandomProgram ownerOf(
      Diagnostic<? extends JavaFileObject> diagnostic, List<RandomProgram> programs) {
    String path = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return programs.stream().filter(program -> program.owns(path)).findFirst().orElse(null);
  }

  /** One number for each batch of programs that are compiled together. */
  static LongStream batches() {
    return LongStream.range(0, Math.max(1, PROGRAMS / BATCH));
  }

  @AfterAll
  static void mostProgramsAreCompiled() {
    System.out.printf(
        "Random programs, seed %d: %d compiled, refused: %s%n", SEED, compiled, REFUSED);
    assertThat(compiled).isGreaterThan(PROGRAMS / 3);
  }
}
