package visibuild.internal.auth;

import java.io.IOException;
import okhttp3.Call;

/**
 * Where the calls of one credential and scope get their access token. Safe for use by several
 * threads.
 */
public interface TokenProvider {
  /**
   * A token to send now. Waits only if there is none that is still valid, and no longer than the
   * call lasts.
   *
   * @throws IOException if the call was cancelled or its time ran out
   * @throws visibuild.VisibuildException if there is no valid token and none could be had
   */
  AccessToken token(Call call) throws IOException;

  /**
   * Says that the server refused {@code token}. If it is the one in use it is dropped, so that the
   * next call gets another; a token that has been replaced since then changes nothing.
   *
   * @return whether another token can be had
   */
  boolean invalidate(AccessToken token);

  /** Wakes whoever waits for a token; there will be none. */
  default void close() {}

  /** Gives back what other programs wait for; after {@link #close}, while threads still run. */
  default void releaseLease() {}

  /** What a person can do when the server refuses the tokens of this source, as a sentence. */
  String hint();
}
