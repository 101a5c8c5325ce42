package visibuild.webhook;

import visibuild.VisibuildException;

/**
 * A delivery is not from Visibuild, or not from now: answer it with 400 and do nothing.
 *
 * @since 0.1
 */
public final class InvalidSignatureException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  InvalidSignatureException(String message) {
    super(message, null);
  }
}
