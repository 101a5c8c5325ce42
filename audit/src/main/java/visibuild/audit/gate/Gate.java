package visibuild.audit.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.Descriptor;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/**
 * Holds programs to what a team allows.
 *
 * <pre>{@code
 * Gate gate = Gate.open(Optional.of(Path.of("visibuild-policy.json")), Optional.empty());
 * boolean holds = gate.verdict(programs, LocalDate.now(clock)).holds();
 * }</pre>
 *
 * @param team the policy and the lock
 * @since 0.1
 */
public record Gate(TeamPolicy team) {
  /**
   * Reads the files.
   *
   * @param policy the policy file, if there is one
   * @param lock the lock file; without it, the one that the policy names, if it names one
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is not what it should be
   */
  public static Gate open(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    return open(policy, lock, file -> file.toString().replace('\\', '/'));
  }

  /**
   * Reads the files, and names them in violations as {@code names} says.
   *
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is not what it should be
   */
  public static Gate open(Optional<Path> policy, Optional<Path> lock, Function<Path, String> names)
      throws IOException, MalformedFileException {
    return new Gate(TeamPolicy.open(policy, lock, names));
  }

  /** What the policy and the lock say of {@code programs} on {@code today}, a date in UTC. */
  public Verdict verdict(Collection<Program> programs, LocalDate today) {
    List<Descriptor> descriptors =
        programs.stream().flatMap(program -> program.descriptors().stream()).distinct().toList();
    return new Verdict(team.names(), team.check(today).violationsOf(descriptors));
  }
}
