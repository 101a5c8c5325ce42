package visibuild.audit.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.policy.Descriptor;
import visibuild.policy.Lock;
import visibuild.policy.LockFile;
import visibuild.policy.MalformedFileException;
import visibuild.policy.Policy;
import visibuild.policy.PolicyCheck;
import visibuild.policy.PolicyFile;

/**
 * What a team allows: a policy, a lock, or both, from their files.
 *
 * <pre>{@code
 * Gate gate = Gate.open(Optional.of(Path.of("visibuild-policy.json")), Optional.empty());
 * boolean holds = gate.verdict(programs, LocalDate.now(clock)).holds();
 * }</pre>
 *
 * @since 0.1
 */
public final class Gate {
  private static final int LONGEST_FILE = 8 * 1024 * 1024;

  private final Optional<Policy> policy;
  private final Optional<Lock> lock;

  private Gate(Optional<Policy> policy, Optional<Lock> lock) {
    this.policy = policy;
    this.lock = lock;
  }

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
    Optional<Policy> allowed = read(policy, names);
    Optional<Path> place = lockOf(policy, allowed, lock);
    return new Gate(
        allowed,
        place.isEmpty()
            ? Optional.empty()
            : Optional.of(LockFile.read(names.apply(place.get()), content(place.get(), "lock"))));
  }

  /**
   * Where the lock file is: {@code lock}, or else what {@code policy} names.
   *
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if the policy is not what it should be
   */
  public static Optional<Path> lockPlace(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    return lock.isPresent() || policy.isEmpty()
        ? lock
        : lockOf(policy, read(policy, Path::toString), lock);
  }

  /** What the policy and the lock say of {@code programs} on {@code today}, a date in UTC. */
  public Verdict verdict(Collection<Program> programs, LocalDate today) {
    List<Descriptor> descriptors =
        programs.stream().flatMap(program -> program.descriptors().stream()).distinct().toList();
    List<String> files =
        Stream.concat(policy.map(Policy::name).stream(), lock.map(Lock::name).stream()).toList();
    PolicyCheck check = PolicyCheck.of(policy.stream().toList(), lock, today);
    return new Verdict(files, check.violationsOf(descriptors));
  }

  private static Optional<Path> lockOf(
      Optional<Path> policyPlace, Optional<Policy> policy, Optional<Path> lock) {
    return lock.or(
        () ->
            policy
                .flatMap(Policy::lock)
                .flatMap(name -> policyPlace.map(place -> place.resolveSibling(name))));
  }

  private static Optional<Policy> read(Optional<Path> policy, Function<Path, String> names)
      throws IOException, MalformedFileException {
    return policy.isEmpty()
        ? Optional.empty()
        : Optional.of(PolicyFile.read(names.apply(policy.get()), content(policy.get(), "policy")));
  }

  private static byte[] content(Path file, String what) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s: there is no such %s file. Check the path%s."
              .formatted(
                  file,
                  what,
                  what.equals("lock") ? ", or make the lock with visibuild-audit lock" : ""));
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(LONGEST_FILE + 1);
    } catch (IOException unreadable) {
      throw new IOException(file + ": it cannot be read.", unreadable);
    }
  }
}
