package visibuild.benchmark.compiletime.child;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts javac in a separate process, with the JDK that runs this program.
 *
 * @param jvmOptions options of the child's JVM, such as those of a profiler
 */
public record Javac(List<String> jvmOptions) {
  private static final long LONGEST_MINUTES = 10;

  /** Makes one of a copy of the options. */
  public Javac {
    jvmOptions = List.copyOf(jvmOptions);
  }

  /**
   * Compiles with the arguments in {@code argumentFile} and returns the cost.
   *
   * @throws IllegalStateException if it does not compile, with javac's messages
   */
  public Cost run(Path argumentFile) throws IOException, InterruptedException {
    Path output = argumentFile.resolveSibling("javac.log");
    Process process =
        new ProcessBuilder(command(argumentFile))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("javac was not done after 10 minutes: " + argumentFile);
    }
    String said = Files.readString(output);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "javac failed on %s:%n%s".formatted(argumentFile, said.strip()));
    }
    return Cost.parse(said);
  }

  private List<String> command(Path argumentFile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", ownClasses(), ChildCompiler.class.getName()));
    command.add("@" + argumentFile);
    return command;
  }

  /**
   * Returns the class path of {@link ChildCompiler} and {@link CopyingProcessor}, which need
   * nothing else.
   */
  public static String ownClasses() {
    try {
      return Path.of(
              ChildCompiler.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
