package visibuild.audit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.audit.Program;
import visibuild.audit.propose.ProposedFiles;
import visibuild.audit.propose.ProposedPolicy;
import visibuild.audit.report.TextFile;
import visibuild.policy.PolicyFile;

/** Writes a first policy and lock. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Writes a first policy and lock that permit the reachable calls and no others, and a"
            + " Markdown file with the reason for each write.",
    footer = {"", "Example: visibuild audit init --approved-by \"Kim Lee\" desk.jar"})
final class InitCommand implements Callable<Integer> {
  private final Supplier<LocalDate> today;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where to write the files. Default: the current folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--approved-by",
      paramLabel = "NAME",
      defaultValue = "not reviewed yet",
      description = "The name in each approval. Default: ${DEFAULT-VALUE}.")
  private String approvedBy = "";

  @Option(
      names = "--days",
      paramLabel = "NUMBER",
      defaultValue = "90",
      description = "How long the approvals count. Default: ${DEFAULT-VALUE}.")
  private int days;

  @Mixin private Programs programs = new Programs();
  @Mixin private EmptyProgramCheck known = new EmptyProgramCheck();
  @Spec private CommandSpec spec = CommandSpec.create();

  InitCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  @Override
  public Integer call() throws Exception {
    if (days < 1) {
      throw new IllegalArgumentException("--days is " + days + ". Name a number from 1 on.");
    }
    List<Program> read = programs.read();
    known.check(read);
    ProposedPolicy proposed = new ProposedPolicy(read, approvedBy, today.get().plusDays(days));
    Map<Path, String> files = ProposedFiles.of(proposed, folder);
    for (Map.Entry<Path, String> file : files.entrySet()) {
      TextFile.write(file.getKey(), file.getValue());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Wrote %s. Review them, then: visibuild audit check --policy %s %s%n",
        files.keySet().stream().map(Path::toString).collect(Collectors.joining(", ")),
        folder.resolve(PolicyFile.NAME),
        String.join(" ", programs.inputs()));
    out.flush();
    return ExitCode.HOLDS;
  }
}
