package visibuild.policy.json;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** The reasons of failed reads, for messages that name the file themselves. */
public final class FileFailures {
  private FileFailures() {}

  /**
   * Returns the reason of {@code failure} in a few words. Java's own message may be the file's name
   * alone, or missing.
   */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (failure instanceof EOFException) {
      return "it ends too early";
    }
    String reason =
        failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
