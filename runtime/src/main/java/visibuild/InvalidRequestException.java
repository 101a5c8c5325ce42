package visibuild;

import java.util.List;
import java.util.Map;

/**
 * The server does not take the request as it is: a parameter it cannot read (400), or a record it
 * does not accept (422).
 *
 * @since 0.1
 */
public final class InvalidRequestException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Says that a call was refused by {@code answer}. */
  public InvalidRequestException(ErrorResponse answer) {
    super(answer);
  }

  /**
   * What the server says of each field, in its order, such as {@code {title=[can't be blank]}};
   * empty where it says nothing of fields. Unmodifiable.
   */
  public Map<String, List<String>> fieldErrors() {
    return errorResponse().fieldErrors();
  }
}
