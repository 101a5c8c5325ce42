package visibuild.sample.copy;

import org.jspecify.annotations.Nullable;

/** A file of the copy cannot be read or written. */
public final class CopyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CopyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
