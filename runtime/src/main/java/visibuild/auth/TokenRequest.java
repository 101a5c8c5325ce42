package visibuild.auth;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A way to a token of one scope, tried once each time it is sent. */
@FunctionalInterface
interface TokenRequest {
  /**
   * Asks for a token. The future fails with a {@link TokenFailure}.
   *
   * @param refused a token that the API refused, which must not be the answer
   */
  CompletableFuture<AccessToken> send(@Nullable AccessToken refused);
}
