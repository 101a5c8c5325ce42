package visibuild.audit.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Recognizes native executables, such as those of GraalVM, by their first bytes. */
final class ExecutableFile {
  /** ELF, Mach-O in either byte order and for several processors, and Windows. */
  private static final List<String> STARTS =
      List.of("7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "4d5a");

  private ExecutableFile() {}

  static boolean is(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      String start = HexFormat.of().formatHex(content.readNBytes(4));
      return STARTS.stream().anyMatch(start::startsWith);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
