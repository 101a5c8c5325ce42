package visibuild.audit.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import visibuild.audit.BuildInfo;
import visibuild.audit.Program;
import visibuild.policy.json.FileFailures;

/**
 * Reads the clients of a program from its class path: jars with the jars inside of them (those of
 * Spring Boot too) and the jars that their manifests name, class folders, and folders of such jars.
 *
 * <pre>{@code
 * Program desk = new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse("desk.jar"));
 * }</pre>
 *
 * <p>Immutable, so it can be shared between threads.
 *
 * @since 0.1
 */
public final class ProgramReader {
  private final ResourceLimits limits;

  /** Creates a reader that refuses inputs beyond {@code limits}. */
  public ProgramReader(ResourceLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a program.
   *
   * @throws UnreadableException if a part of it is not there, is damaged or passes the limits
   */
  public Program read(ProgramInput input) throws UnreadableException {
    return read(input, file -> {});
  }

  /**
   * Reads a program, and lists the files that make it up.
   *
   * @param files receives each archive, class file and descriptor on the disk that was read, so
   *     that a tool does not write to one of them; folders among them can be ignored
   * @throws UnreadableException if a part of it is not there, is damaged or passes the limits
   */
  public Program read(ProgramInput input, Consumer<? super Path> files) throws UnreadableException {
    Reading reading = new Reading(new ResourceUsage(limits));
    for (String entry : input.classPath()) {
      reading.entry(entry);
    }
    reading.known.forEach(files);
    BuildInfo build =
        input.classPath().stream().findFirst().map(BuildInfoReader::of).orElse(BuildInfo.NONE);
    return reading.found.program(input.name()).with(build);
  }

  /** The reading of one program. An entry that was read once is skipped the next time. */
  private static final class Reading {
    private final ClientCollector found;
    private final ArchiveReader archives;
    private final FolderReader folders;
    private final Set<Path> known = new HashSet<>();
    private final Set<Path> manifestFolders = new HashSet<>();

    Reading(ResourceUsage budget) {
      found = new ClientCollector(budget);
      archives = new ArchiveReader(budget, found);
      folders = new FolderReader(budget, found, this::archive, known::add);
    }

    void entry(String entry) throws UnreadableException {
      try {
        if (entry.equals("*") || entry.endsWith("/*") || entry.endsWith("\\*")) {
          jarsOf(Path.of(entry.substring(0, entry.length() - 1)));
        } else {
          file(Path.of(entry), entry);
        }
      } catch (IOException unreadable) {
        throw new UnreadableException(
            "%s: it cannot be read (%s).".formatted(entry, FileFailures.reason(unreadable)),
            unreadable);
      } catch (InvalidPathException unreadable) {
        throw new UnreadableException(
            "%s: it cannot be read (%s).".formatted(entry, unreadable.getReason()), unreadable);
      }
    }

    private void jarsOf(Path folder) throws IOException, UnreadableException {
      if (!Files.isDirectory(folder)) {
        throw missing(folder.toString());
      }
      List<Path> jars;
      try (Stream<Path> files = Files.list(folder)) {
        jars =
            files
                .filter(file -> ClientCollector.isArchive(file.toString()))
                .filter(Files::exists)
                .sorted()
                .toList();
      }
      for (Path jar : jars) {
        file(jar, jar.toString());
      }
    }

    private void file(Path file, String origin) throws IOException, UnreadableException {
      if (!Files.exists(file)) {
        throw missing(origin);
      }
      if (!Files.isDirectory(file) && !Files.isRegularFile(file)) {
        throw new UnreadableException(
            "%s: this is neither a file nor a folder. Name a jar or a class folder."
                .formatted(origin));
      }
      if (!Files.isDirectory(file)) {
        archive(file, origin);
      } else if (known.add(file.toRealPath())) {
        folders.read(file, origin);
      }
    }

    private void archive(Path file, String origin) throws IOException, UnreadableException {
      if (!known.add(file.toRealPath())) {
        return;
      }
      archives.read(file, origin);
      for (Path other : ManifestClassPath.of(file)) {
        if (!Files.isDirectory(other)) {
          file(other, other.toString());
        } else if (manifestFolders.add(other.toRealPath())) {
          manifestFolder(other, origin);
        }
      }
    }

    private void manifestFolder(Path folder, String origin)
        throws IOException, UnreadableException {
      if (folder.toRealPath().getParent() == null) {
        throw new UnreadableException(
            "%s: the Class-Path of its manifest names a whole disk (%s). Name the jars and folders that the program needs."
                .formatted(origin, folder));
      }
      folders.readClasses(folder, folder.toString());
    }

    private static UnreadableException missing(String origin) {
      return new UnreadableException(
          "%s: there is no such file or folder. Check its spelling, or build it first."
              .formatted(origin));
    }
  }
}
