package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is the answer for a while, so that a server that refuses is not asked with each
 * call.
 *
 * @param end until when
 * @param secretDue from when on it is worth a look whether the secret has changed
 */
record CachedFailure(TokenFailure failure, ClockReading end, ClockReading secretDue) {
  private static final Duration SECRET_PAUSE = Duration.ofSeconds(30);

  static CachedFailure of(TokenFailure failure, Duration pause, ClockReading now) {
    return new CachedFailure(failure, now.plus(pause), now.plus(SECRET_PAUSE));
  }

  boolean isSecretDueAt(ClockReading now) {
    return failure.kind().isLasting() && secretDue.isPastAt(now);
  }

  CachedFailure lookedAt(ClockReading now) {
    return new CachedFailure(failure, end, now.plus(SECRET_PAUSE));
  }

  /**
   * Reads the secret in the background; with another one than the failed request had, the failure
   * counts no longer. What was read last says nothing of that: another scope may have read it.
   */
  void forgetOnceSecretChanged(
      SecretReader secrets, AtomicReference<@Nullable CachedFailure> remembered) {
    CompletableFuture<Void> unused =
        secrets
            .read()
            .thenAccept(
                secret -> {
                  if (failure.isOfAnotherThan(secret)) {
                    remembered.compareAndSet(this, null);
                  }
                });
  }
}
