package visibuild.audit.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.TeamPolicy;

/** Checks programs against a policy and a lock. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: visibuild audit check --policy visibuild-policy.json desk.jar"},
    description =
        "Checks programs against a policy, a lock, or both. Ends with 1 if one is broken.")
final class CheckCommand implements Callable<Integer> {
  private final Supplier<LocalDate> today;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Files files = new Files();

  @Mixin private Programs programs = new Programs();
  @Mixin private EmptyProgramCheck known = new EmptyProgramCheck();
  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec = CommandSpec.create();

  CheckCommand(Supplier<LocalDate> today) {
    this.today = today;
  }

  /** The policy and lock files: at least one. */
  static final class Files {
    @Option(names = "--policy", paramLabel = "FILE", description = "The policy file.")
    private @Nullable Path policy;

    @Option(
        names = "--lock",
        paramLabel = "FILE",
        description = "The lock file. Default: the one that the policy names, if it does.")
    private @Nullable Path lock;

    Optional<Path> policy() {
      return Optional.ofNullable(policy);
    }

    Optional<Path> lock() {
      return Optional.ofNullable(lock);
    }
  }

  @Override
  public Integer call() throws Exception {
    TeamPolicy team =
        TeamPolicy.open(files.policy(), files.lock(), file -> file.toString().replace('\\', '/'));
    List<Program> read = programs.read();
    LocalDate day = today.get();
    Verdict verdict = Verdict.of(team, read, day);
    output.write(
        Findings.about(read).with(verdict).on(day),
        spec.commandLine().getOut(),
        programs.files(files.policy(), files.lock()));
    if (!verdict.violations().isEmpty()) {
      return ExitCode.BROKEN;
    }
    known.check(read);
    return ExitCode.HOLDS;
  }
}
