package visibuild.sample.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of the HTML report. */
record ReportFile(Path path) {
  /**
   * Returns the file at {@code path}. It is checked before minutes of reading rather than after.
   *
   * @throws Unwritable if nothing can be written there
   */
  static ReportFile at(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new Unwritable(path + " is a folder; name a file in it.", null);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Unwritable(
          "There is no folder " + folder + " for the report; create it first.", null);
    }
    return new ReportFile(path);
  }

  void write(String page) {
    try {
      Files.writeString(path, page);
    } catch (IOException e) {
      throw new Unwritable("The report could not be written to " + path + " (" + e + ").", e);
    }
  }

  /** The report cannot be written to its file. */
  static final class Unwritable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unwritable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
