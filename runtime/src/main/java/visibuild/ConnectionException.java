package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * No answer came, or it broke off: an unknown host, a refused connection, an untrusted certificate,
 * a timeout, a cancelled call. The cause is what the transport reported.
 *
 * <p>Whether the server acted is not known, so repeat a write only if doing it twice does no harm.
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
