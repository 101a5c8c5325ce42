package visibuild;

/**
 * A {@link ClientAuthorizer} refused a client. Thrown where the client is made, before any request.
 *
 * @since 0.1
 */
public final class ClientNotPermittedException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message that names the client, the reason and the remedy. */
  public ClientNotPermittedException(String message) {
    super(message, null);
  }
}
