package visibuild.internal.auth;

import java.io.IOException;
import okhttp3.Call;

/**
 * Provides the access tokens of one credential and scope to calls. Safe for use by several threads.
 */
public interface TokenProvider {
  /**
   * Returns a token to send now. Waits only if no valid token exists, and at most as long as the
   * call's timeout.
   *
   * @throws IOException if the call was cancelled, timed out or was interrupted
   * @throws visibuild.VisibuildException if no valid token exists and none could be fetched
   */
  AccessToken token(Call call) throws IOException;

  /**
   * Drops {@code token} because the server rejected it, so that the next call fetches another. Does
   * nothing if it has been replaced already.
   *
   * @return whether another token can be used
   */
  boolean invalidate(AccessToken token);

  /**
   * Records that the API accepted another token for the request for which it had rejected {@code
   * token}: the token was revoked before it expired.
   */
  default void confirmRevoked(AccessToken token) {}

  /** Fails all waiting calls; no token is fetched after that. */
  default void close() {}

  /** Releases what other programs wait for; after {@link #close}, while threads still run. */
  default void releaseLease() {}

  /**
   * Returns a sentence for people on what to do when the server rejects {@code token}, although it
   * is the newest that this provider has.
   */
  String hint(AccessToken token);
}
