package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * An upload was announced, and its bytes did not reach the storage: the file could not be read, it
 * changed while it was read, or the storage refused it. The message names no URL, since who has the
 * URL can write there.
 *
 * @since 0.1
 */
public final class UploadException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public UploadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
