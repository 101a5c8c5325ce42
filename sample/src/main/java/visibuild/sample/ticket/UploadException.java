package visibuild.sample.ticket;

import org.jspecify.annotations.Nullable;

/** The bytes of a file did not reach the host that keeps them. */
public final class UploadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UploadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
