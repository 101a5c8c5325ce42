package visibuild.internal.auth.shared;

import visibuild.Scope;
import visibuild.internal.auth.Scopes;
import visibuild.internal.base.Secret;

/** Tokens as a store has them. */
public final class SharedTokens {
  private SharedTokens() {}

  /** A token of the scope {@code read}; it holds a secret. */
  public static Object secretHolder() {
    return token();
  }

  static SharedToken token() {
    return new SharedToken(1, 1, 2, true, Scopes.of(Scope.READ), Secret.ofUnchecked("token-1"));
  }
}
