package visibuild.webhook;

import visibuild.VisibuildException;

/**
 * A delivery with a missing, wrong or outdated signature: respond with 400 and do nothing.
 *
 * @since 0.1
 */
public final class InvalidSignatureException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  InvalidSignatureException(String message) {
    super(message, null);
  }
}
