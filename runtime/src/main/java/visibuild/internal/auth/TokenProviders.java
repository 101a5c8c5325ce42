package visibuild.internal.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import visibuild.Scope;

/** The token sources of one credential: for each scope that a call may need, the narrowest. */
public final class TokenProviders {
  private final Map<Scope, TokenProvider> sources = new EnumMap<>(Scope.class);

  private final Scope held;

  private TokenProviders(Scope held, Function<Scope, TokenProvider> source) {
    this.held = held;
    for (Scope scope : Scope.values()) {
      if (held.covers(scope)) {
        sources.put(scope, source.apply(scope));
      }
    }
  }

  /** One source for each scope that {@code held} covers. */
  public static TokenProviders narrowed(Scope held, Function<Scope, TokenProvider> source) {
    return new TokenProviders(held, source);
  }

  /**
   * The same source for each scope that {@code held} covers: a legacy token cannot be narrowed, and
   * others need not be.
   */
  public static TokenProviders same(Scope held, TokenProvider source) {
    return new TokenProviders(held, scope -> source);
  }

  /** Wakes whoever waits for a token; there will be none. */
  public void close() {
    sources.values().forEach(TokenProvider::close);
  }

  /** Gives back what other programs wait for; after {@link #close}, while threads still run. */
  public void giveBack() {
    sources.values().forEach(TokenProvider::releaseLease);
  }

  /** The credential's declared scope. */
  public Scope held() {
    return held;
  }

  /**
   * The source of the narrowest tokens that serve {@code needed}.
   *
   * @throws IllegalArgumentException if the credential does not cover it; whoever asks has checked
   */
  public TokenProvider narrowest(Scope needed) {
    TokenProvider source = sources.get(needed);
    if (source == null) {
      throw new IllegalArgumentException("The credential does not cover " + needed);
    }
    return source;
  }
}
