package visibuild.internal.auth;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the token endpoint with the secret as it is known, and where that is refused reads it again
 * and, only if it has changed, asks once more.
 */
final class SecretTokenFetcher implements TokenFetcher {
  private final SecretReader secrets;
  private final Function<Held, CompletableFuture<AccessToken>> endpoint;

  SecretTokenFetcher(
      SecretReader secrets, Function<Held, CompletableFuture<AccessToken>> endpoint) {
    this.secrets = secrets;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableFuture<AccessToken> fetch(@Nullable AccessToken refused, BooleanSupplier over) {
    return secrets.current().thenCompose(this::sendWith);
  }

  private CompletableFuture<AccessToken> sendWith(Held secret) {
    return endpoint
        .apply(secret)
        .exceptionallyCompose(
            problem -> afterFailure(secret, TokenFailure.in(problem).with(secret)));
  }

  private CompletableFuture<AccessToken> afterFailure(Held secret, TokenFailure failure) {
    if (failure.kind() != TokenFailure.Kind.INVALID_CLIENT) {
      return CompletableFuture.failedFuture(failure);
    }
    return secrets
        .read()
        .thenCompose(
            now -> now.isSameAs(secret) ? CompletableFuture.failedFuture(failure) : again(now));
  }

  private CompletableFuture<AccessToken> again(Held secret) {
    return endpoint
        .apply(secret)
        .exceptionallyCompose(
            problem -> CompletableFuture.failedFuture(TokenFailure.in(problem).with(secret)));
  }
}
