package visibuild.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import visibuild.Scope;

/** The token sources of one credential: for each scope that a call may need, the narrowest. */
public final class TokenSources {
  private final Map<Scope, TokenSource> sources = new EnumMap<>(Scope.class);

  private final Scope held;

  private TokenSources(Scope held, Function<Scope, TokenSource> source) {
    this.held = held;
    for (Scope scope : Scope.values()) {
      if (held.covers(scope)) {
        sources.put(scope, source.apply(scope));
      }
    }
  }

  /** One source for each scope that {@code held} covers. */
  public static TokenSources narrowed(Scope held, Function<Scope, TokenSource> source) {
    return new TokenSources(held, source);
  }

  /**
   * The same source for each scope that {@code held} covers: a legacy token cannot be narrowed, and
   * others need not be.
   */
  public static TokenSources same(Scope held, TokenSource source) {
    return new TokenSources(held, scope -> source);
  }

  /** Wakes whoever waits for a token; there will be none. */
  public void close() {
    sources.values().forEach(TokenSource::close);
  }

  /** Gives back what other programs wait for; after {@link #close}, while threads still run. */
  public void giveBack() {
    sources.values().forEach(TokenSource::giveBack);
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
  public TokenSource narrowest(Scope needed) {
    TokenSource source = sources.get(needed);
    if (source == null) {
      throw new IllegalArgumentException("The credential does not cover " + needed);
    }
    return source;
  }
}
