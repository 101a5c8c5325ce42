package visibuild.audit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import visibuild.audit.Difference;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.compare.Comparison;

/** Reports the changes between two programs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: visibuild audit diff --no-new-writes desk-1.4.jar desk.jar"},
    description = "Reports the changes between a program and an earlier version.")
final class DiffCommand implements Callable<Integer> {
  private final Supplier<LocalDate> today;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The program before.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "The program now.")
  private String after = "";

  @Option(
      names = "--no-new-writes",
      description = "End with 1 if the program can write what the one before could not.")
  private boolean noNewWrites;

  @Mixin private EmptyProgramCheck known = new EmptyProgramCheck();
  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec = CommandSpec.create();

  DiffCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> files = new ArrayList<>();
    Program now = Programs.read(after, files);
    Difference difference = Comparison.of(Programs.read(before, files), now);
    output.write(
        Findings.about(List.of(now)).with(difference).on(today.get()),
        spec.commandLine().getOut(),
        files);
    if (noNewWrites) {
      known.check(List.of(now));
    }
    return noNewWrites && !difference.newWrites().isEmpty() ? ExitCode.BROKEN : ExitCode.HOLDS;
  }
}
