package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import visibuild.policy.json.FileFailures;

/**
 * Reads folders: classes, jars, or both. Symbolic links are followed, as Java follows them when it
 * runs the program, but each folder is entered once only, so a loop of links ends.
 */
final class FolderReader {
  private final ResourceUsage budget;
  private final ClientCollector found;
  private final Archives archives;
  private final Consumer<Path> parts;

  /** Reads an archive of a folder, and what its manifest names. */
  interface Archives {
    void read(Path file, String origin) throws IOException, UnreadableException;
  }

  /**
   * Creates a reader.
   *
   * @param parts receives the class files and descriptors
   */
  FolderReader(
      ResourceUsage budget, ClientCollector found, Archives archives, Consumer<Path> parts) {
    this.budget = budget;
    this.found = found;
    this.archives = archives;
    this.parts = parts;
  }

  /** Reads the files of {@code folder}, and the archives in it. */
  void read(Path folder, String origin) throws UnreadableException {
    read(folder, origin, true);
  }

  /** Reads the files of {@code folder} as Java does: an archive in it is not on the class path. */
  void readClasses(Path folder, String origin) throws UnreadableException {
    read(folder, origin, false);
  }

  private void read(Path folder, String origin, boolean withArchives) throws UnreadableException {
    Search search = new Search(origin);
    try {
      search.enter(folder, "", 0);
    } catch (IOException unreadable) {
      throw unreadable(origin, unreadable);
    }
    for (Map.Entry<String, Path> file : search.files.entrySet()) {
      if (ClientCollector.isArchive(file.getKey())) {
        if (withArchives) {
          readArchive(file.getValue(), origin + "/" + file.getKey());
        }
      } else {
        if (ClientCollector.isCode(file.getKey())) {
          parts.accept(file.getValue());
        }
        readFile(file.getValue(), file.getKey(), origin);
      }
    }
  }

  private void readArchive(Path file, String origin) throws UnreadableException {
    try {
      archives.read(file, origin);
    } catch (IOException unreadable) {
      throw unreadable(origin, unreadable);
    }
  }

  private void readFile(Path file, String name, String origin) throws UnreadableException {
    try (InputStream content = Files.newInputStream(file)) {
      found.add(content, name, origin);
    } catch (IOException unreadable) {
      throw unreadable(origin + "/" + name, unreadable);
    }
  }

  private static UnreadableException unreadable(String where, IOException cause) {
    return new UnreadableException(
        "%s: it cannot be read (%s).".formatted(where, FileFailures.reason(cause)), cause);
  }

  /** The search for files of interest, kept by their name below the folder. */
  private final class Search {
    private final Map<String, Path> files = new TreeMap<>();
    private final Set<Path> entered = new HashSet<>();
    private final String origin;

    Search(String origin) {
      this.origin = origin;
    }

    void enter(Path folder, String name, int depth) throws IOException, UnreadableException {
      if (!entered.add(folder.toRealPath())) {
        return;
      }
      budget.folderDepth(depth, origin);
      for (Path child : childrenOf(folder)) {
        budget.file(origin);
        String childName = name + child.getFileName();
        if (Files.isDirectory(child)) {
          enter(child, childName + "/", depth + 1);
        } else if (Files.isRegularFile(child) && ClientCollector.isOfInterest(childName)) {
          files.put(childName, child);
        }
      }
    }

    private static List<Path> childrenOf(Path folder) throws IOException {
      try (Stream<Path> children = Files.list(folder)) {
        return children.sorted().toList();
      }
    }
  }
}
