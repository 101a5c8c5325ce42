package visibuild.audit.maven;

import java.nio.file.Path;
import visibuild.audit.Client;
import visibuild.audit.Program;

/**
 * Names of files as every machine would name them: below the top of the build, or else by the name
 * of the file alone. Maven itself hands over absolute paths.
 */
record PathShortener(Path top) {
  /** {@code program} with short names of its jars. */
  Program of(Program program) {
    return new Program(
        program.name(),
        program.clients().stream()
            .map(client -> new Client(client.descriptor(), of(client.origin())))
            .toList(),
        program.reachability(),
        program.build());
  }

  /**
   * Shortens {@code place}, which starts with a path of this machine up to the first {@code !/}.
   */
  String of(String place) {
    int nested = place.indexOf("!/");
    Path file = Path.of(nested < 0 ? place : place.substring(0, nested));
    return of(file) + (nested < 0 ? "" : place.substring(nested));
  }

  /** The short name of {@code file}. */
  String of(Path file) {
    Path from = top.toAbsolutePath();
    Path last = file.getFileName();
    return file.startsWith(from) || last == null
        ? from.relativize(file.toAbsolutePath()).toString().replace('\\', '/')
        : last.toString();
  }
}
