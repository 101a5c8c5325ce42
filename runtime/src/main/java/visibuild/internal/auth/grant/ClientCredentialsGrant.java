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
    return attempt(this::request);
  }

  /** Sends one token request with {@code secret}. */
  public CompletableFuture<AccessToken> request(Secret secret) {
    return endpoint.request(scope, secret);
  }

  /** Runs {@code attempt} with the secret, and once more if that is rejected and has changed. */
  public CompletableFuture<AccessToken> attempt(
      Function<Secret, CompletableFuture<AccessToken>> attempt) {
    return secrets.attempt(attempt);
  }

  @Override
  public CompletableFuture<Boolean> hasCredentialChangedSince(TokenFailure failure) {
    return secrets.hasChangedSince(failure);
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
