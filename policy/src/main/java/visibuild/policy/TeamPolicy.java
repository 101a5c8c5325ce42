package visibuild.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import visibuild.policy.json.FileFailures;

/**
 * A team's policies and lock, read from their files, together with the policies that they extend.
 *
 * <pre>{@code
 * TeamPolicy team =
 *     TeamPolicy.open(Optional.of(Path.of("visibuild-policy.json")), Optional.empty(), Path::toString);
 * team.check(LocalDate.now(clock)).violationsOf(descriptor);
 * }</pre>
 *
 * @param policies the policies of the program or module, all of which must hold
 * @param inherited the policies that they extend, nearest first, all of which must hold too
 * @param lock the approved writes, if each write needs to be among them
 * @since 0.1
 */
public record TeamPolicy(List<Policy> policies, List<Policy> inherited, Optional<Lock> lock) {
  private static final int LONGEST_FILE = 8 * 1024 * 1024;

  /** Makes a policy of copies of the lists. */
  public TeamPolicy {
    policies = List.copyOf(policies);
    inherited = List.copyOf(inherited);
  }

  /**
   * Reads the files.
   *
   * @param policy the policy file, if there is one
   * @param lock the lock file; without it, the one that the policy names, if it names one
   * @param names how messages name a file
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is malformed
   */
  public static TeamPolicy open(
      Optional<Path> policy, Optional<Path> lock, Function<Path, String> names)
      throws IOException, MalformedFileException {
    Optional<Policy> read = readPolicy(policy, names);
    Optional<Path> place = lock.isPresent() ? lock : lockNamedBy(policy, read);
    return new TeamPolicy(
        read.stream().toList(), inherited(policy, read, names), readLock(place, names));
  }

  /**
   * Reads the policy alone, and leaves the lock aside.
   *
   * @throws IOException if the file cannot be read; the message names it
   * @throws MalformedFileException if the file is malformed
   */
  public static TeamPolicy withoutLock(Optional<Path> policy, Function<Path, String> names)
      throws IOException, MalformedFileException {
    Optional<Policy> read = readPolicy(policy, names);
    return new TeamPolicy(read.stream().toList(), inherited(policy, read, names), Optional.empty());
  }

  private static List<Policy> inherited(
      Optional<Path> file, Optional<Policy> policy, Function<Path, String> names)
      throws IOException, MalformedFileException {
    return file.isPresent() && policy.isPresent()
        ? ExtendedPolicies.of(file.get(), policy.get(), names)
        : List.of();
  }

  /**
   * Returns the path of the lock file: {@code lock}, otherwise the one that {@code policy} names.
   *
   * @throws IOException if the policy file cannot be read; the message names it
   * @throws MalformedFileException if the policy is malformed
   */
  public static Optional<Path> lockPlace(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    return lock.isPresent() ? lock : lockNamedBy(policy, readPolicy(policy, Path::toString));
  }

  /**
   * Returns the files that {@link #open} reads: the policy, the policies that it extends, and the
   * lock. A tool does not write to them.
   *
   * @throws IOException if a policy file cannot be read; the message names it
   * @throws MalformedFileException if a policy is malformed
   */
  public static List<Path> files(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    Optional<Policy> read = readPolicy(policy, Path::toString);
    List<Path> files = new ArrayList<>();
    if (policy.isPresent() && read.isPresent()) {
      files.addAll(ExtendedPolicies.files(policy.get(), read.get()));
    }
    (lock.isPresent() ? lock : lockNamedBy(policy, read)).ifPresent(files::add);
    return List.copyOf(files);
  }

  /** Returns the names of the files and other sources, the lock last. */
  public List<String> names() {
    return Stream.concat(
            Stream.concat(policies.stream(), inherited.stream()).map(Policy::name),
            lock.map(Lock::name).stream())
        .toList();
  }

  /** Returns the check of the policies and the lock on {@code today}, a date in UTC. */
  public PolicyCheck check(LocalDate today) {
    return PolicyCheck.of(policies, inherited, lock, today);
  }

  /** A lock beside or below the policy: another place could be any file of the machine. */
  private static Optional<Path> lockNamedBy(Optional<Path> place, Optional<Policy> policy)
      throws IOException {
    Optional<Located<String>> named = policy.flatMap(Policy::lock);
    if (place.isEmpty() || named.isEmpty()) {
      return Optional.empty();
    }
    Path folder = place.get().toAbsolutePath().normalize().resolveSibling("");
    Path lock = beside(place.get(), named.get());
    if (!isInside(folder, lock.toAbsolutePath().normalize())) {
      throw new IOException(
          "%s: the lock \"%s\" is outside the policy's folder. Name a file beside the policy."
              .formatted(named.get().position(), named.get().value()));
    }
    return Optional.of(lock);
  }

  private static Path beside(Path policy, Located<String> lock) throws IOException {
    try {
      return policy.resolveSibling(lock.value());
    } catch (InvalidPathException noPath) {
      throw new IOException(
          "%s: \"lock\" is no path (%s). Name a file beside the policy."
              .formatted(lock.position(), noPath.getReason()),
          noPath);
    }
  }

  /** A symbolic link below {@code folder} may lead out of it, so real paths are compared too. */
  private static boolean isInside(Path folder, Path lock) throws IOException {
    if (!lock.startsWith(folder)) {
      return false;
    }
    Path parent = lock.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return parent != null && parent.toRealPath().startsWith(folder.toRealPath());
  }

  private static Optional<Policy> readPolicy(Optional<Path> file, Function<Path, String> names)
      throws IOException, MalformedFileException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String name = names.apply(file.get());
    return Optional.of(PolicyFile.read(name, content(file.get(), name, "Check the path.")));
  }

  private static Optional<Lock> readLock(Optional<Path> file, Function<Path, String> names)
      throws IOException, MalformedFileException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String name = names.apply(file.get());
    String instead =
        "Check the path, or make the lock: compile with -Avisibuild.checkLock=false, then"
            + " visibuild audit lock.";
    return Optional.of(LockFile.read(name, content(file.get(), name, instead)));
  }

  static byte[] content(Path file, String name, String instead) throws IOException {
    if (!Files.isRegularFile(file)) {
      String problem = Files.exists(file) ? "this is no regular file. " : "there is no such file. ";
      throw new IOException(name + ": " + problem + instead);
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(LONGEST_FILE + 1);
    } catch (IOException unreadable) {
      throw new IOException(
          "%s: it cannot be read (%s). Check its permissions."
              .formatted(name, FileFailures.reason(unreadable)),
          unreadable);
    }
  }
}
