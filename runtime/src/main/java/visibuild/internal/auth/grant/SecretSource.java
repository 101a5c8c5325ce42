package visibuild.internal.auth.grant;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.base.Secret;

/**
 * Provides the client secret for token requests. The futures fail with a {@link TokenFailure}. Safe
 * for use by several threads.
 */
public interface SecretSource {
  /** Runs {@code attempt} with the secret, and once more if that is rejected and has changed. */
  CompletableFuture<AccessToken> attempt(Function<Secret, CompletableFuture<AccessToken>> attempt);

  /** Returns whether the secret has changed since {@code failure}. May read it anew. */
  CompletableFuture<Boolean> hasChangedSince(TokenFailure failure);

  /** A secret that never changes, so that no thread has to read it. */
  record Constant(Secret secret) implements SecretSource {
    @Override
    public CompletableFuture<AccessToken> attempt(
        Function<Secret, CompletableFuture<AccessToken>> attempt) {
      try {
        return attempt.apply(secret);
      } catch (Throwable e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public CompletableFuture<Boolean> hasChangedSince(TokenFailure failure) {
      return CompletableFuture.completedFuture(false);
    }
  }
}
