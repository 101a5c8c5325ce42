package visibuild.benchmark.compiletime.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import visibuild.benchmark.compiletime.source.Dialect;

/**
 * The class paths that Maven wrote down for each contender.
 *
 * @param contenders the folder with a module for each
 */
public record ClassPaths(Path contenders) {
  /** Returns the class path of sources in {@code dialect}. */
  String classPath(Dialect dialect) throws IOException {
    return read(dialect, "class-path");
  }

  /** The processor for {@code dialect}. */
  String processorPath(Dialect dialect) throws IOException {
    return read(dialect, "processor-path");
  }

  private String read(Dialect dialect, String file) throws IOException {
    String module = dialect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Path list = contenders.resolve(module).resolve("target").resolve(file);
    if (!Files.exists(list)) {
      throw new IllegalStateException(
          "%s is not there. Start the benchmark through Maven, which writes it."
              .formatted(list.toAbsolutePath()));
    }
    return Files.readString(list).strip();
  }
}
