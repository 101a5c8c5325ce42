package visibuild.audit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.audit.Program;
import visibuild.audit.report.LockSummary;
import visibuild.audit.report.TextFile;
import visibuild.audit.report.TextSanitizer;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/** Writes the lock anew. */
@Command(
    name = "lock",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: visibuild audit lock --policy visibuild-policy.json desk.jar"},
    description =
        "Writes the lock file: all that the programs write now. Commit it, so that the change is"
            + " reviewed.")
final class LockCommand implements Callable<Integer> {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "A policy file that names the lock file.")
  private @Nullable Path policy;

  @Option(
      names = "--lock",
      paramLabel = "FILE",
      description = "The lock file. Default: the one of the policy, or else " + LockFile.NAME + ".")
  private @Nullable Path lock;

  @Mixin private Programs programs = new Programs();
  @Mixin private EmptyProgramCheck known = new EmptyProgramCheck();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Path place =
        TeamPolicy.lockPlace(Optional.ofNullable(policy), Optional.ofNullable(lock))
            .orElse(Path.of(LockFile.NAME));
    LockFile.checkReplaceable(place);
    List<Program> read = programs.read();
    known.check(read);
    PrintWriter out = spec.commandLine().getOut();
    Lock before = before(place, out);
    Lock now =
        Lock.of(
            place.toString(),
            read.stream().flatMap(program -> program.reachableDescriptors().stream()).toList());
    TextFile.write(place, LockFile.write(now));
    printChanges(before, now, out);
    LockSummary.lines(now, read).forEach(out::println);
    out.flush();
    return ExitCode.HOLDS;
  }

  /** The lock as it was; one that does not parse, as after a merge, is written as if new. */
  private static Lock before(Path place, PrintWriter out) throws IOException {
    Lock none = Lock.of(place.toString(), List.of());
    if (!Files.exists(place)) {
      return none;
    }
    try {
      return TeamPolicy.open(Optional.empty(), Optional.of(place), Path::toString)
          .lock()
          .orElse(none);
    } catch (MalformedFileException malformed) {
      out.println(TextSanitizer.of(String.valueOf(malformed.getMessage())));
      out.println("A new lock is written, and each of its writes is reported as new.");
      return none;
    }
  }

  private static void printChanges(Lock before, Lock now, PrintWriter out) {
    now.writes().stream()
        .filter(write -> !before.approves(write))
        .forEach(write -> out.println(TextSanitizer.of("+ " + write)));
    before.writes().stream()
        .filter(write -> !now.approves(write))
        .forEach(write -> out.println(TextSanitizer.of("- " + write)));
  }
}
