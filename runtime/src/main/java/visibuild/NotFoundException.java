package visibuild;

/**
 * There is no such record, or none that the credential can see (404). A method that returns {@link
 * java.util.Optional} is empty instead.
 *
 * @since 0.1
 */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for {@code errorResponse}. */
  public NotFoundException(ErrorResponse errorResponse) {
    super(errorResponse);
  }
}
