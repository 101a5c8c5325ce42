package visibuild.internal.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import visibuild.Scope;

/** The token providers of one credential: for each scope that a call may need, the narrowest. */
public final class TokenProviders {
  private final Map<Scope, TokenProvider> providers = new EnumMap<>(Scope.class);

  private final Scope declared;

  private TokenProviders(Scope declared, Function<Scope, TokenProvider> provider) {
    this.declared = declared;
    for (Scope scope : Scope.values()) {
      if (declared.covers(scope)) {
        providers.put(scope, provider.apply(scope));
      }
    }
  }

  /** Returns one provider for each scope that {@code declared} covers. */
  public static TokenProviders narrowed(Scope declared, Function<Scope, TokenProvider> provider) {
    return new TokenProviders(declared, provider);
  }

  /** Returns the same provider for each scope that {@code declared} covers. */
  public static TokenProviders same(Scope declared, TokenProvider provider) {
    return new TokenProviders(declared, scope -> provider);
  }

  /** Returns the same providers, which publish how long calls wait for tokens. */
  public TokenProviders observed() {
    return new TokenProviders(declared, scope -> new ObservedTokenProvider(narrowest(scope)));
  }

  /** Fails all calls that wait for a token. */
  public void close() {
    providers.values().forEach(TokenProvider::close);
  }

  /** Releases the leases that other programs wait for; after {@link #close}. */
  public void releaseLeases() {
    providers.values().forEach(TokenProvider::releaseLease);
  }

  /** Returns the credential's declared scope. */
  public Scope declaredScope() {
    return declared;
  }

  /**
   * Returns the provider of the narrowest tokens that cover {@code needed}.
   *
   * @throws IllegalArgumentException if the credential does not cover it; callers check that first
   */
  public TokenProvider narrowest(Scope needed) {
    TokenProvider provider = providers.get(needed);
    if (provider == null) {
      throw new IllegalArgumentException("The credential does not cover " + needed);
    }
    return provider;
  }
}
