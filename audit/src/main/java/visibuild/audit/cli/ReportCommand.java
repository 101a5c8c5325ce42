package visibuild.audit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.TeamPolicy;

/** Reports the scope that programs need, and the calls that require it. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: visibuild audit report --policy visibuild-policy.json --format html"
          + " --output access.html desk.jar"
    },
    description =
        "Reports which scope programs need, which calls require it, and, with a policy, who"
            + " approved them. A broken policy does not change the exit code; see check.")
final class ReportCommand implements Callable<Integer> {
  private final Supplier<LocalDate> today;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy file. Default: none, so the report shows no approvals.")
  private @Nullable Path policy;

  @Option(
      names = "--lock",
      paramLabel = "FILE",
      description = "The lock file. Default: the one that the policy names, if it does.")
  private @Nullable Path lock;

  @Mixin private Programs programs = new Programs();
  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec = CommandSpec.create();

  ReportCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  @Override
  public Integer call() throws Exception {
    LocalDate day = today.get();
    List<Program> read = programs.read();
    Findings findings = Findings.about(read).on(day);
    if (policy != null || lock != null) {
      TeamPolicy team =
          TeamPolicy.open(
              Optional.ofNullable(policy),
              Optional.ofNullable(lock),
              file -> file.toString().replace('\\', '/'));
      findings = findings.with(Verdict.of(team, read, day));
    }
    output.write(
        findings,
        spec.commandLine().getOut(),
        programs.files(Optional.ofNullable(policy), Optional.ofNullable(lock)));
    return ExitCode.HOLDS;
  }
}
