package visibuild;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visibuild does not accept the credential, or the token made from it: a wrong client id or secret,
 * an expired or revoked token, a base URL that is not Visibuild's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, section 5.2</a>
 * @since 0.1
 */
public final class AuthenticationException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** The server's response; null if there was none. */
  private final @Nullable ErrorResponse errorResponse;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public AuthenticationException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.errorResponse = null;
  }

  /** Creates an exception for a response that rejects the credential. */
  public AuthenticationException(ErrorResponse errorResponse, String message) {
    super(message, null);
    this.errorResponse = errorResponse;
  }

  /**
   * Returns the server's response, with status, request id and the path of the call; empty without
   * a request, as for an expired legacy token.
   */
  public Optional<ErrorResponse> errorResponse() {
    return Optional.ofNullable(errorResponse);
  }
}
