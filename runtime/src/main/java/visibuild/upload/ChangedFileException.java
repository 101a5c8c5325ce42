package visibuild.upload;

import java.io.IOException;

/** A file is longer or shorter than when its checksum was made. */
final class ChangedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedFileException() {
    super("The file changed while it was uploaded.");
  }
}
