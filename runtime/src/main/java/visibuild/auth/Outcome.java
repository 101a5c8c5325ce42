package visibuild.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What came of one try to get a token. */
sealed interface Outcome {
  /** A token. */
  record Granted(AccessToken token) implements Outcome {}

  /** No token, and no other try. */
  record Failed(TokenFailure failure) implements Outcome {}

  /**
   * No token yet; another try follows.
   *
   * @param failure what whoever cannot wait so long is told
   * @param pause how long until the next try
   * @param next its outcome
   */
  record Again(TokenFailure failure, Duration pause, CompletableFuture<Outcome> next)
      implements Outcome {}
}
