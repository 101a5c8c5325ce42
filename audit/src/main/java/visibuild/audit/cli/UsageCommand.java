package visibuild.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import visibuild.audit.report.TextFile;
import visibuild.audit.report.TextSanitizer;
import visibuild.audit.usage.UsageReader;
import visibuild.audit.usage.UsageReport;
import visibuild.policy.TeamPolicy;

/** Finds approved writes that no running program used. */
@Command(
    name = "usage",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: visibuild audit usage --policy visibuild-policy.json --days 90 usage-*.jsonl",
      "",
      "Ends with 2 if a line cannot be read; the other lines count."
    },
    description =
        "Merges what AccessUsageLog recorded, reports approved writes that were not used, and"
            + " proposes a smaller policy and lock as a patch.")
final class UsageCommand implements Callable<Integer> {
  private final Supplier<LocalDate> today;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of usage lines; those that end with .gz are unpacked.")
  private List<Path> files = new ArrayList<>();

  @ArgGroup(exclusive = false, multiplicity = "1")
  private CheckCommand.Files approvals = new CheckCommand.Files();

  @Option(
      names = "--days",
      paramLabel = "NUMBER",
      defaultValue = "90",
      description =
          "A write is unused if no program used it for so long. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(
      names = "--program",
      paramLabel = "NAME",
      description = "Only the lines of this program. Default: all lines.")
  private @Nullable String program;

  @Option(
      names = "--log",
      description = "The files are whole logs: pass over lines that hold no usage.")
  private boolean log;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description = "Write the patch here as well, for: git apply -p0 FILE.")
  private @Nullable Path patch;

  @Option(names = "--fail-on-unused", description = "End with 1 if an approved write is unused.")
  private boolean failOnUnused;

  @Spec private CommandSpec spec = CommandSpec.create();

  UsageCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  @Override
  public Integer call() throws Exception {
    if (days < 1) {
      throw new IllegalArgumentException("--days is " + days + ". Name a number from 1 on.");
    }
    UsageReader reader = new UsageReader(!log, Optional.ofNullable(program));
    for (Path file : files) {
      reader.read(file);
    }
    UsageReport report =
        UsageReport.of(reader.recorded(), approvals.policy(), approvals.lock(), today.get(), days);
    print(reader.recorded().problems(), spec.commandLine().getErr());
    print(report.text().lines().toList(), spec.commandLine().getOut());
    if (patch != null) {
      List<Path> inputs = new ArrayList<>(files);
      inputs.addAll(TeamPolicy.files(approvals.policy(), approvals.lock()));
      TextFile.write(patch, report.patch(), inputs);
    }
    if (reader.recorded().unreadableLines() > 0) {
      return ExitCode.USAGE;
    }
    return failOnUnused && report.unused() ? ExitCode.BROKEN : ExitCode.HOLDS;
  }

  private static void print(List<String> lines, PrintWriter out) {
    lines.forEach(line -> out.println(TextSanitizer.of(line)));
    out.flush();
  }
}
