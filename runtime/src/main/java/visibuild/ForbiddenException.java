package visibuild;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The server knows the credential and refuses the call (403). Visibuild rarely says why, so this
 * says both sides that the client knows: the scope that the call needed, and the scope that the
 * token had.
 *
 * <p>Where the token's scope covers the call's, the credential's company has no right to the thing
 * asked for.
 *
 * @since 0.1
 */
public final class ForbiddenException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** The scope that the call needed; null for a request without a token. */
  private final @Nullable Scope required;

  /** The scope of the token; a TreeSet, since it is serializable. */
  private final TreeSet<String> granted;

  /**
   * Creates an exception for {@code errorResponse}.
   *
   * @param required the scope that the call needed, or {@code null} if it carried no token
   * @param granted the scope values of the token that it carried; empty if it carried none
   * @param confirmed whether Visibuild stated the scopes of the token; if not, {@code granted} has
   *     the requested ones
   */
  public ForbiddenException(
      ErrorResponse errorResponse,
      @Nullable Scope required,
      Set<String> granted,
      boolean confirmed) {
    super(errorResponse + explain(errorResponse, required, granted, confirmed), errorResponse);
    this.required = required;
    this.granted = new TreeSet<>(granted);
  }

  private static String explain(
      ErrorResponse errorResponse,
      @Nullable Scope required,
      Set<String> granted,
      boolean confirmed) {
    if (required == null) {
      return ". The call carried no token.";
    }
    String values = String.join(" ", new TreeSet<>(granted));
    String token =
        confirmed
            ? "and its token had \"%s\"%s."
                .formatted(values, hint(errorResponse, required, granted))
            : "and its token was declared as \"%s\"; Visibuild does not report its scope."
                .formatted(values);
    return ". The call needs the scope \"" + required.parameter() + "\", " + token;
  }

  /** Returns the likely reason if the scope is sufficient and the server gives none. */
  private static String hint(ErrorResponse errorResponse, Scope required, Set<String> granted) {
    if (errorResponse.reason().isPresent() || !has(granted, required)) {
      return "";
    }
    return has(granted, Scope.READ_WRITE)
        ? ", so it is not the scope: the credential's company has no right to this in Visibuild"
        : ", so either the credential's company has no right to this in Visibuild, or the call"
            + " needs more than it says";
  }

  private static boolean has(Set<String> granted, Scope scope) {
    return granted.containsAll(Set.of(scope.parameter().split(" ", -1)));
  }

  /** The scope that the call needed; empty if it carried no token. */
  public Optional<Scope> required() {
    return Optional.ofNullable(required);
  }

  /**
   * The scope values of the token that the call carried, such as {@code read}; of a legacy token,
   * those that the program declared. Unmodifiable.
   */
  public Set<String> granted() {
    return Set.copyOf(granted);
  }
}
