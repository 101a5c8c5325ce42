package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * No complete response arrived: unknown host, refused connection, untrusted certificate, timeout,
 * or cancelled call. The cause has the transport's report.
 *
 * <p>The server may have processed the request, so repeat a write only if a second one does no
 * harm.
 *
 * @since 0.1
 */
public final class ConnectionException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public ConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
