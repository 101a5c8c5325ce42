package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What came of one try to get a token. */
sealed interface RefreshResult {
  /** A token. */
  record Success(AccessToken token) implements RefreshResult {}

  /** No token, and no other try. */
  record Failure(TokenFailure failure) implements RefreshResult {}

  /**
   * No token yet; another try follows.
   *
   * @param failure what whoever cannot wait so long is told
   * @param pause how long until the next try
   * @param next its outcome
   */
  record Retry(TokenFailure failure, Duration pause, CompletableFuture<RefreshResult> next)
      implements RefreshResult {}
}
