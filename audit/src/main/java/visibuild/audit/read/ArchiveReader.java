package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import visibuild.policy.json.FileFailures;

/**
 * Reads jars, and jars within them. An archive is read by its directory, as Java itself does when
 * it runs the program, so both see the same; one within another is first copied to a temporary
 * file.
 */
final class ArchiveReader {
  private final ResourceUsage budget;
  private final ClientCollector found;

  ArchiveReader(ResourceUsage budget, ClientCollector found) {
    this.budget = budget;
    this.found = found;
  }

  void read(Path file, String origin) throws UnreadableException {
    read(file, origin, 1);
  }

  private void read(Path file, String origin, int depth) throws UnreadableException {
    budget.depth(depth, origin);
    try (ZipFile archive = new ZipFile(file.toFile())) {
      budget.entries(archive.size(), origin);
      for (ZipEntry entry : filesOf(archive)) {
        read(archive, entry, origin, depth);
      }
    } catch (ZipException damaged) {
      throw new UnreadableException(
          ExecutableFile.is(file)
              ? "%s: this is a native executable, which holds no class files. Name the jar or the class folder that it was built from."
                  .formatted(origin)
              : "%s: this is no zip archive that can be read (%s). Build or copy it again."
                  .formatted(origin, damaged.getMessage()),
          damaged);
    } catch (IOException unreadable) {
      throw new UnreadableException(
          "%s: it cannot be read (%s).".formatted(origin, FileFailures.reason(unreadable)),
          unreadable);
    } catch (IllegalArgumentException unreadable) {
      throw new UnreadableException(
          "%s: it cannot be read (%s).".formatted(origin, unreadable.getMessage()), unreadable);
    }
  }

  private static List<? extends ZipEntry> filesOf(ZipFile archive) {
    return archive.stream()
        .filter(entry -> !entry.isDirectory())
        .filter(entry -> ClientCollector.isOfInterest(entry.getName()))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private void read(ZipFile archive, ZipEntry entry, String origin, int depth)
      throws IOException, UnreadableException {
    try (InputStream content = archive.getInputStream(entry)) {
      if (ClientCollector.isArchive(entry.getName())) {
        readNested(content, origin + "!/" + entry.getName(), depth + 1);
      } else {
        found.add(content, entry.getName(), origin);
      }
    }
  }

  private void readNested(InputStream content, String origin, int depth)
      throws IOException, UnreadableException {
    budget.depth(depth, origin);
    Path copy = Files.createTempFile("visibuild-audit", ".jar");
    try {
      try (OutputStream target = Files.newOutputStream(copy)) {
        budget.unpack(content, target, origin);
      }
      read(copy, origin, depth);
    } finally {
      Files.delete(copy);
    }
  }
}
