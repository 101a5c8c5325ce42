package visibuild.internal.error;

import java.net.ProtocolException;

/**
 * A request with a secret was about to leave this machine unencrypted. The message continues "got
 * no response, because". It is a {@link ProtocolException}, which OkHttp does not try on another
 * route.
 */
public final class CleartextException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  /** Says where the request would have gone. */
  public CleartextException() {
    super(
        "it was not sent, since it would leave this machine unencrypted, perhaps by a proxy; use an"
            + " https base URL, or reach the loopback without a proxy.");
  }
}
