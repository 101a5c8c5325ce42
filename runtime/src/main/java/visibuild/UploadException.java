package visibuild;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An upload was announced, and its bytes did not reach the storage: the file could not be read, it
 * changed while it was read, or the storage refused it. The message contains no URL, since anyone
 * with the URL could write there.
 *
 * @since 0.1
 */
public final class UploadException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer status;
  private final @Nullable String requestId;
  private final String body;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public UploadException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = null;
    this.requestId = null;
    this.body = "";
  }

  /** Creates an exception for a response of the storage; {@code body} contains no URL. */
  public UploadException(String message, int status, @Nullable String requestId, String body) {
    super(message, null);
    this.status = status;
    this.requestId = requestId;
    this.body = body;
  }

  /** Returns the status of the storage's response; empty without a response. */
  public OptionalInt status() {
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The storage's own number of the request, which its operator may ask for. */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * Returns the storage's response body, cut after 8 KiB, such as S3's {@code <Code>}. URLs,
   * signatures and their inputs are removed. Empty without a response.
   */
  public String body() {
    return body;
  }
}
