package visibuild;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import javax.crypto.SecretKey;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.CachingTokenProvider;
import visibuild.internal.auth.StaticTokenProvider;
import visibuild.internal.auth.TokenEventPublisher;
import visibuild.internal.auth.TokenFetcher;
import visibuild.internal.auth.TokenProvider;
import visibuild.internal.auth.TokenProviders;
import visibuild.internal.auth.TokenThreads;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.auth.grant.SecretReader;
import visibuild.internal.auth.grant.SecretSource;
import visibuild.internal.auth.grant.TokenEndpoint;
import visibuild.internal.auth.shared.SharedTokenFetcher;
import visibuild.internal.base.Secret;
import visibuild.internal.http.ConnectionMonitor;
import visibuild.internal.http.HttpClients;
import visibuild.internal.time.Clocks;

/**
 * The tokens of one connection, with the threads and requests that fetch them. Safe for use by
 * several threads.
 */
final class ConnectionTokens {
  /** The longest that a call waits for a token, all attempts of the token request included. */
  private static final Duration TOKEN_TIMEOUT = Duration.ofSeconds(30);

  private final ConnectionConfig config;
  private final TokenThreads threads = new TokenThreads();
  private final Dispatcher requests = new Dispatcher(threads.workers());
  private final TokenEventPublisher events;
  private final TokenProviders providers;

  /**
   * Creates the providers. None of them requests a token yet.
   *
   * @param http the client whose proxy, TLS and timeouts token requests share
   */
  ConnectionTokens(ConnectionConfig config, OkHttpClient http, ConnectionMonitor connections) {
    this.config = config;
    this.events = new TokenEventPublisher(config.tokenListener(), threads.workers());
    AuthContext context = context();
    TokenProviders created =
        config.credential() instanceof ClientCredentials oauth
            ? refreshing(oauth, HttpClients.forTokens(http, requests, connections), context)
            : fixed((LegacyToken) config.credential(), context);
    this.providers = config.callListener() == null ? created : created.observed();
  }

  TokenProviders providers() {
    return providers;
  }

  TokenEventPublisher events() {
    return events;
  }

  void close() {
    providers.close();
    // An interrupt does not wake a thread that reads from a socket; this does.
    requests.cancelAll();
    providers.releaseLeases();
    threads.close();
  }

  private AuthContext context() {
    Clock clock = config.clock();
    return new AuthContext(
        clock == null ? Clocks.system() : Clocks.withWallClock(clock),
        threads,
        threads.workers(),
        Components.RANDOM,
        events,
        TOKEN_TIMEOUT);
  }

  private TokenProviders refreshing(
      ClientCredentials oauth, OkHttpClient client, AuthContext context) {
    TokenEndpoint endpoint = new TokenEndpoint(client, config.baseUrl().url(), oauth.id(), context);
    Secret constant = oauth.constantSecret();
    SecretSource secrets =
        constant == null
            ? new SecretReader(oauth.secret(), ClientCredentials::checked, context)
            : new SecretSource.Constant(constant);
    Function<Scope, TokenProvider> provider =
        scope ->
            new CachingTokenProvider(
                fetcher(new ClientCredentialsGrant(endpoint, secrets, scope), context),
                scope,
                context);
    return oauth.isNarrowed()
        ? TokenProviders.narrowed(oauth.scope(), provider)
        : TokenProviders.same(oauth.scope(), provider.apply(oauth.scope()));
  }

  private TokenFetcher fetcher(ClientCredentialsGrant grant, AuthContext context) {
    TokenStore store = config.tokenStore();
    SecretKey key = config.tokenKey();
    return store == null || key == null
        ? grant
        : new SharedTokenFetcher(grant, store, key, context);
  }

  private static TokenProviders fixed(LegacyToken legacy, AuthContext context) {
    StaticTokenProvider provider =
        new StaticTokenProvider(
            legacy.token(),
            legacy.scope(),
            legacy.expiresAt().orElse(null),
            legacy.expiry(),
            context);
    if (provider.isExpired()) {
      throw new IllegalArgumentException(provider.expiredMessage());
    }
    return TokenProviders.same(legacy.scope(), provider);
  }
}
