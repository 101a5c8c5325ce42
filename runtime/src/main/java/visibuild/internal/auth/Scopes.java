package visibuild.internal.auth;

import java.util.Set;
import java.util.TreeSet;
import visibuild.Scope;

/** Scope parameters as sets of scope tokens, whose order has no meaning (RFC 6749, section 3.3). */
public final class Scopes {
  private Scopes() {}

  /** Returns the scope tokens of {@code scope}. */
  public static Set<String> of(Scope scope) {
    return parse(scope.parameter());
  }

  /** Returns the scope tokens of a parameter; repeated spaces are ignored. */
  public static Set<String> parse(String parameter) {
    Set<String> tokens = new TreeSet<>();
    for (String token : parameter.split(" ", -1)) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
