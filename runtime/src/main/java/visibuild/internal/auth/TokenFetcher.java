package visibuild.internal.auth;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A way to a token of one scope, tried once each time it is sent. */
@FunctionalInterface
interface TokenFetcher {
  /**
   * Asks for a token. The future fails with a {@link TokenFailure}.
   *
   * @param refused a token that the API refused, which must not be the answer
   * @param over whether nobody waits any more, so that nothing else need be tried
   */
  CompletableFuture<AccessToken> fetch(@Nullable AccessToken refused, BooleanSupplier over);

  /** Gives back what others wait for; nothing is sent after that. */
  default void close() {}
}
