package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The result of one attempt of a refresh. */
sealed interface RefreshResult {
  /** A token. */
  record Success(AccessToken token) implements RefreshResult {}

  /** No token, and no further attempt. */
  record Failure(TokenFailure failure) implements RefreshResult {}

  /**
   * No token yet; a further attempt follows.
   *
   * @param failure the failure for a call that cannot wait for the next attempt
   * @param pause the time until the next attempt
   * @param next the result of the next attempt
   */
  record Retry(TokenFailure failure, Duration pause, CompletableFuture<RefreshResult> next)
      implements RefreshResult {}
}
