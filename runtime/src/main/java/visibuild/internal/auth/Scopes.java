package visibuild.internal.auth;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import visibuild.Scope;

/**
 * Scope parameters as the sets of values that they are (RFC 6749, section 3.3): order is nothing.
 */
final class Scopes {
  private Scopes() {}

  static Set<String> of(Scope scope) {
    return parse(scope.parameter());
  }

  static Set<String> parse(String parameter) {
    return Arrays.stream(parameter.split(" "))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
