package visibuild.sample.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that the page goes to. */
record ReportFile(Path path) {
  /**
   * The file at {@code path}, which is checked now rather than after minutes of reading.
   *
   * @throws ReportFileException if nothing can be written there
   */
  static ReportFile at(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new ReportFileException(path + " is a folder; name a file in it.", null);
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new ReportFileException(
          "There is no folder " + folder + " for the report; create it first.", null);
    }
    return new ReportFile(path);
  }

  void write(String page) {
    try {
      Files.writeString(path, page);
    } catch (IOException e) {
      throw new ReportFileException(
          "The report could not be written to " + path + " (" + e + ").", e);
    }
  }
}
