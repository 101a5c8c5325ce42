package visibuild.benchmark.compiletime;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import visibuild.benchmark.compiletime.child.Javac;
import visibuild.benchmark.compiletime.contest.ClassPaths;
import visibuild.benchmark.compiletime.contest.Compilation;
import visibuild.benchmark.compiletime.contest.Contender;
import visibuild.benchmark.compiletime.contest.Measurement;
import visibuild.benchmark.compiletime.report.Bars;
import visibuild.benchmark.compiletime.report.MarkdownTable;
import visibuild.benchmark.compiletime.report.RawNumbers;

/** The benchmark as a program; started by Maven, see {@code docs/explanation/performance.md}. */
@Command(
    name = "compile-time",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures what annotation processors cost javac.")
final class CompileTimeBenchmark implements Callable<Integer> {
  private static final String LIST = "${DEFAULT-VALUE}";
  private static final String TABLE = "table.md";

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "10,100,1000",
      description = "How many interfaces, each with a record: " + LIST)
  private List<Integer> sizes = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Each round runs all contenders one after another: " + LIST)
  private int rounds;

  @Option(
      names = "--contenders",
      split = ",",
      description = "All of ${COMPLETION-CANDIDATES}, or some, with commas")
  private List<Contender> contenders = List.of(Contender.values());

  @Option(
      names = "--jvm-option",
      description = "An option of javac's JVM, such as that of a profiler; may be repeated")
  private List<String> jvmOptions = List.of();

  @Option(
      names = "--paths",
      defaultValue = "contenders",
      description = "Where the contenders' modules are: " + LIST)
  private Path paths = Path.of("");

  @Option(
      names = "--output",
      defaultValue = "target/compile-time",
      description = "Folder for sources, table.md and raw.csv: " + LIST)
  private Path output = Path.of("");

  private final PrintStream console;

  CompileTimeBenchmark(PrintStream console) {
    this.console = console;
  }

  /** Runs the benchmark. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new CompileTimeBenchmark(System.out))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(CompileTimeBenchmark::say)
            .execute(arguments));
  }

  private static int say(Exception failure, CommandLine line, ParseResult arguments) {
    line.getErr().println(failure.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Javac javac = new Javac(jvmOptions);
    List<Compilation> compilations = new ArrayList<>();
    for (int size : sizes) {
      for (Contender contender : contenders) {
        compilations.add(
            Compilation.prepare(
                contender, size, output.toAbsolutePath(), new ClassPaths(paths), javac));
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Compilation each : compilations) {
        measurements.add(new Measurement(each.contender(), each.units(), round, each.run(javac)));
      }
      // The other direction next, so that no contender always follows the same one.
      Collections.reverse(compilations);
      report(measurements);
      console.printf("round %d of %d is done%n", round, rounds);
    }
    console.print("\n" + Files.readString(output.resolve(TABLE)));
    return CommandLine.ExitCode.OK;
  }

  /** Writes after each round, so that an interrupted run leaves the rounds that it finished. */
  private void report(List<Measurement> measurements) throws IOException {
    Files.writeString(
        output.resolve(TABLE), MarkdownTable.of(measurements) + "\n" + Bars.of(measurements));
    Files.writeString(output.resolve("raw.csv"), RawNumbers.of(measurements));
  }
}
