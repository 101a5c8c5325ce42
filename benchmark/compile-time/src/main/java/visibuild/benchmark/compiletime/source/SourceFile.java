package visibuild.benchmark.compiletime.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source file.
 *
 * @param path where it belongs below the folder of sources, with slashes
 */
public record SourceFile(String path, String text) {
  /** Writes this file below {@code folder}. */
  public void writeBelow(Path folder) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
