package visibuild.audit.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.TeamPolicy;

/** Writes the lock anew. */
@Command(
    name = "lock",
    mixinStandardHelpOptions = true,
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
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Path place =
        TeamPolicy.lockPlace(Optional.ofNullable(policy), Optional.ofNullable(lock))
            .orElse(Path.of(LockFile.NAME));
    Lock before =
        Files.exists(place)
            ? TeamPolicy.open(Optional.empty(), Optional.of(place), Path::toString)
                .lock()
                .orElseThrow()
            : Lock.of(place.toString(), List.of());
    Lock now =
        Lock.of(
            place.toString(),
            programs.read().stream().flatMap(program -> program.descriptors().stream()).toList());
    Files.writeString(place, LockFile.write(now), StandardCharsets.UTF_8);
    tell(before, now, spec.commandLine().getOut());
    return ExitCode.HOLDS;
  }

  private static void tell(Lock before, Lock now, PrintWriter out) {
    now.writes().stream()
        .filter(write -> !before.approves(write))
        .forEach(write -> out.println("+ " + write));
    before.writes().stream()
        .filter(write -> !now.approves(write))
        .forEach(write -> out.println("- " + write));
    out.printf("%s approves %d writes.%n", now.name(), now.writes().size());
    out.flush();
  }
}
