package visibuild.audit.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import visibuild.policy.json.FileFailures;

/**
 * A file that a command writes, such as a report, a lock or a record.
 *
 * @since 0.1
 */
public final class TextFile {
  private TextFile() {}

  /**
   * Writes {@code text} to {@code file}, and makes the folders around it.
   *
   * @throws IOException if the file cannot be written; the message names file, reason and remedy
   */
  public static void write(Path file, String text) throws IOException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new IOException(
          "%s: it cannot be written (%s). Name a file in a folder where you may write."
              .formatted(file, reasonOf(failure)),
          failure);
    }
  }

  /**
   * Writes {@code text} to {@code file}, unless that is one of {@code inputs}, by whatever name or
   * link.
   *
   * @throws IOException if the file cannot be written, or is an input
   */
  public static void write(Path file, String text, Collection<Path> inputs) throws IOException {
    for (Path input : Files.exists(file) ? inputs : List.<Path>of()) {
      if (Files.exists(input) && Files.isSameFile(file, input)) {
        throw new IOException(
            "%s: this file is read by the same command, so it is not replaced. Name another file."
                .formatted(file));
      }
    }
    write(file, text);
  }

  private static String reasonOf(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (failure instanceof FileAlreadyExistsException inTheWay) {
      return inTheWay.getFile() + " is no folder";
    }
    return FileFailures.reason(failure);
  }
}
