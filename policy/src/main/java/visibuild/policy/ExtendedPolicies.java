package visibuild.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import visibuild.policy.json.MalformedJsonException;

/**
 * Reads the policies that a policy extends, directly or through another one. Each path is relative
 * to the file that names it, and stays inside the repository: the nearest folder above with a
 * {@code .git}, if there is one.
 */
final class ExtendedPolicies {
  /** The most levels. A longer chain is refused, since a reviewer could not oversee it. */
  private static final int MOST = 8;

  private final Function<Path, String> names;
  private final List<Path> realFiles = new ArrayList<>();
  private final List<Policy> chain = new ArrayList<>();

  private ExtendedPolicies(Function<Path, String> names) {
    this.names = names;
  }

  /**
   * Returns the policies that {@code policy} extends, nearest first.
   *
   * @param file the file of {@code policy}
   * @param names how messages name a file
   * @throws IOException if a file cannot be read; the message names it
   * @throws MalformedFileException if a file is missing, malformed, in a cycle or outside of the
   *     repository, or if a policy permits more than one that it extends
   */
  static List<Policy> of(Path file, Policy policy, Function<Path, String> names)
      throws IOException, MalformedFileException {
    return policy.extended().isEmpty() ? List.of() : new ExtendedPolicies(names).read(file, policy);
  }

  /** Returns {@code file}, and the files that its {@code policy} extends, nearest first. */
  static List<Path> files(Path file, Policy policy) throws IOException, MalformedFileException {
    ExtendedPolicies extended = new ExtendedPolicies(Path::toString);
    extended.read(file, policy);
    return List.copyOf(extended.realFiles);
  }

  private List<Policy> read(Path file, Policy policy) throws IOException, MalformedFileException {
    chain.add(policy);
    realFiles.add(file.toRealPath());
    Path place = file;
    Policy last = policy;
    while (last.extended().isPresent()) {
      Located<String> reference = last.extended().get();
      place = resolve(place, reference);
      checkIsNew(place.toRealPath(), reference);
      String name = names.apply(place);
      last = PolicyFile.read(name, TeamPolicy.content(place, name, "Check the path."));
      checkNamesNoLock(last, reference);
      for (Policy narrower : chain) {
        Narrowing.check(narrower, last);
      }
      chain.add(last);
    }
    return List.copyOf(chain.subList(1, chain.size()));
  }

  private static Path resolve(Path from, Located<String> reference)
      throws IOException, MalformedFileException {
    String text = reference.value();
    Path file = relative(from, reference);
    Path repository = repositoryOf(from);
    if (repository != null && !file.toAbsolutePath().normalize().startsWith(repository)) {
      throw outside(reference);
    }
    if (!Files.isRegularFile(file)) {
      throw failure(
          reference,
          "\"extends\" names \"%s\", and there is no such file; check the path".formatted(text));
    }
    if (repository != null && !file.toRealPath().startsWith(repository.toRealPath())) {
      throw outside(reference);
    }
    return file;
  }

  private static Path relative(Path from, Located<String> reference) throws MalformedFileException {
    String text = reference.value();
    try {
      Path named = Path.of(text);
      if (!named.isAbsolute() && !text.startsWith("/") && !text.contains("\\")) {
        return from.resolveSibling(named).normalize();
      }
    } catch (InvalidPathException malformed) {
      // Reported below: the text is no relative path either.
    }
    throw failure(
        reference,
        ("\"extends\" is \"%s\" and should be a path relative to this file, with / between folders,"
                + " such as ../company-policy.json")
            .formatted(text));
  }

  private static @Nullable Path repositoryOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private void checkIsNew(Path real, Located<String> reference) throws MalformedFileException {
    int before = realFiles.indexOf(real);
    if (before >= 0) {
      String cycle =
          Stream.concat(chain.stream().skip(before), Stream.of(chain.get(before)))
              .map(Policy::name)
              .collect(Collectors.joining(" -> "));
      throw failure(
          reference,
          "\"extends\" leads back to this policy (%s); remove one of them".formatted(cycle));
    }
    if (realFiles.size() > MOST) {
      throw failure(
          reference, "more than %d policies extend each other; merge some of them".formatted(MOST));
    }
    realFiles.add(real);
  }

  /** A lock lists the writes of one program, and an extended policy serves several. */
  private static void checkNamesNoLock(Policy extended, Located<String> reference)
      throws MalformedFileException {
    if (extended.lock().isPresent()) {
      throw failure(
          extended.lock().get(),
          ("\"lock\" belongs in the policy of one program, and %s extends this policy; remove it"
                  + " here")
              .formatted(reference.position()));
    }
  }

  private static MalformedFileException outside(Located<String> reference) {
    return failure(
        reference,
        "\"extends\" names \"%s\", which is outside of the repository; keep a copy inside of it"
            .formatted(reference.value()));
  }

  private static MalformedFileException failure(Located<?> value, String message) {
    return failure(value.position(), message);
  }

  /** Returns a failure at {@code position}; {@code message} ends without a full stop. */
  static MalformedFileException failure(SourcePosition position, String message) {
    return new MalformedFileException(
        position.file(), new MalformedJsonException(position.line().orElse(1), message));
  }
}
