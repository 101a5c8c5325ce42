package visibuild;

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

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public AuthenticationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
