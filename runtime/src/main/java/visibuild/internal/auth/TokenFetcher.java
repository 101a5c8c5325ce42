package visibuild.internal.auth;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Fetches tokens of one scope; each fetch is one attempt. Safe for use by several threads. */
@FunctionalInterface
public interface TokenFetcher {
  /**
   * Fetches a token. The future fails with a {@link TokenFailure}.
   *
   * @param rejected a token that the API rejected, which must not be returned again
   * @param isCancelled returns whether no call waits for the token any more
   */
  CompletableFuture<AccessToken> fetch(@Nullable AccessToken rejected, BooleanSupplier isCancelled);

  /**
   * Returns whether the credential has changed since {@code failure}, so that a failure with the
   * old one says nothing about the next fetch. May read the credential anew.
   */
  default CompletableFuture<Boolean> hasCredentialChangedSince(TokenFailure failure) {
    return CompletableFuture.completedFuture(false);
  }

  /** Releases what other programs wait for; nothing is fetched after that. */
  default void close() {}
}
