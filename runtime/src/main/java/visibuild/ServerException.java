package visibuild;

/**
 * The server failed (5xx). The same call may succeed later; whether a write was carried out is not
 * known.
 *
 * @since 0.1
 */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for {@code errorResponse}. */
  public ServerException(ErrorResponse errorResponse) {
    super(errorResponse);
  }
}
