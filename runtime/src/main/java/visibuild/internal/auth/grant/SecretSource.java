package visibuild.internal.auth.grant;

import java.util.concurrent.CompletableFuture;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.base.Secret;

/**
 * Provides the client secret for token requests. The futures fail with a {@link TokenFailure}. Safe
 * for use by several threads.
 */
public interface SecretSource {
  /** Returns the secret that was read last, and reads it if there is none. */
  CompletableFuture<Secret> current();

  /** Reads the secret, which may have changed. */
  CompletableFuture<Secret> read();

  /** A secret that never changes, so that no thread has to read it. */
  record Constant(Secret secret) implements SecretSource {
    @Override
    public CompletableFuture<Secret> current() {
      return read();
    }

    @Override
    public CompletableFuture<Secret> read() {
      return CompletableFuture.completedFuture(secret);
    }
  }
}
