package visibuild.sample.ticket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on this machine that is to go with a ticket.
 *
 * @param file where it is
 */
public record Photo(Path file) {
  /**
   * Checks the file before anything is sent.
   *
   * @throws IOException if it is no file, is empty, or cannot be read; the message names the
   *     problem
   */
  public static Photo at(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no file " + file + ".");
    }
    if (Files.size(file) == 0) {
      throw new IOException("The file " + file + " is empty.");
    }
    if (!Files.isReadable(file)) {
      throw new IOException("The file " + file + " cannot be read; check its permissions.");
    }
    return new Photo(file);
  }
}
