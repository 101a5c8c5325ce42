package visibuild.internal.auth.grant;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFetcher;
import visibuild.internal.base.Secret;

/**
 * Fetches tokens of one scope by the client credentials grant. If the server rejects the secret, it
 * is read anew, and only a changed one is tried once more.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 */
public final class ClientCredentialsGrant implements TokenFetcher {
  private final TokenEndpoint endpoint;
  private final SecretSource secrets;
  private final Scope scope;

  /** Creates a fetcher of tokens of {@code scope}. */
  public ClientCredentialsGrant(TokenEndpoint endpoint, SecretSource secrets, Scope scope) {
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.scope = scope;
  }

  @Override
  public CompletableFuture<AccessToken> fetch(
      @Nullable AccessToken rejected, BooleanSupplier isCancelled) {
    return withSecret(this::request);
  }

  /** Sends one token request with {@code secret}. */
  public CompletableFuture<AccessToken> request(Secret secret) {
    return endpoint.request(scope, secret);
  }

  /** Runs {@code attempt} with the secret, and once more if that is rejected and has changed. */
  public CompletableFuture<AccessToken> withSecret(
      Function<Secret, CompletableFuture<AccessToken>> attempt) {
    return secrets
        .current()
        .thenCompose(
            secret ->
                attempt
                    .apply(secret)
                    .exceptionallyCompose(
                        problem -> {
                          TokenFailure failure = TokenFailure.from(problem).withSecret(secret);
                          return failure.kind() == TokenFailure.Kind.INVALID_CLIENT
                              ? withChangedSecret(secret, failure, attempt)
                              : CompletableFuture.failedFuture(failure);
                        }));
  }

  private CompletableFuture<AccessToken> withChangedSecret(
      Secret rejected,
      TokenFailure failure,
      Function<Secret, CompletableFuture<AccessToken>> attempt) {
    return secrets
        .read()
        .thenCompose(
            secret ->
                secret.isSameAs(rejected)
                    ? CompletableFuture.failedFuture(failure)
                    : attempt
                        .apply(secret)
                        .exceptionallyCompose(
                            problem ->
                                CompletableFuture.failedFuture(
                                    TokenFailure.from(problem).withSecret(secret))));
  }

  /** Reads the secret; the one that was read last may be newer than that of the failed request. */
  @Override
  public CompletableFuture<Boolean> hasCredentialChangedSince(TokenFailure failure) {
    return secrets.read().thenApply(failure::isOfAnotherSecretThan);
  }

  /** Returns the scope of the tokens. */
  public Scope scope() {
    return scope;
  }

  /** Returns the client id. */
  public String clientId() {
    return endpoint.clientId();
  }

  /** Returns scheme, host and port of the token endpoint. */
  public String origin() {
    return endpoint.origin();
  }
}
