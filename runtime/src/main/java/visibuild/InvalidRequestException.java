package visibuild;

import java.util.List;
import java.util.Map;

/**
 * The server rejects the request: an unreadable parameter (400), or an invalid record (422).
 *
 * @since 0.1
 */
public final class InvalidRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for {@code errorResponse}. */
  public InvalidRequestException(ErrorResponse errorResponse) {
    super(errorResponse);
  }

  /**
   * Returns the server's messages for each field, in its order, such as {@code {title=[can't be
   * blank]}}; empty without messages for fields. Unmodifiable.
   */
  public Map<String, List<String>> fieldErrors() {
    return errorResponse().fieldErrors();
  }
}
