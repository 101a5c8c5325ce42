package visibuild.audit.read;

/**
 * An input that cannot be read, or is more than is read. The message is for people: what is wrong,
 * where, and what to do.
 *
 * @since 0.1
 */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public UnreadableException(String message) {
    super(message);
  }

  /** Says what is wrong, and what showed it. */
  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
