package visibuild;

/**
 * A {@link ClientGuard} refused a client. Thrown where the client is made, before any request.
 *
 * @since 0.1
 */
public final class ClientRefusedException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Says which client was refused, why, and what to do instead. */
  public ClientRefusedException(String message) {
    super(message, null);
  }
}
