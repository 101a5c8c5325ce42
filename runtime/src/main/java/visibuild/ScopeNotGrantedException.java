package visibuild;

import java.util.Set;
import java.util.TreeSet;

/**
 * The token endpoint granted less than was asked for: the credential's scope in Visibuild is
 * narrower than the program declares.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, section 5.1</a>
 * @since 0.1
 */
public final class ScopeNotGrantedException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** The requested scope. */
  private final Scope requested;

  /** The granted scope; a TreeSet, since it is serializable. */
  private final TreeSet<String> granted;

  /**
   * Creates an exception for a grant that is smaller than the request.
   *
   * @param granted the scope values of the response; empty if the request was rejected
   */
  public ScopeNotGrantedException(Scope requested, Set<String> granted) {
    super(
        ("Visibuild does not grant the scope \"%s\" to this credential%s; declare the scope that the"
                + " credential was created with, or create a credential with the scope that is"
                + " needed.")
            .formatted(requested.parameter(), instead(requested, granted)),
        null);
    this.requested = requested;
    this.granted = new TreeSet<>(granted);
  }

  private static String instead(Scope requested, Set<String> granted) {
    if (granted.isEmpty()) {
      return "";
    }
    TreeSet<String> missing = new TreeSet<>(Set.of(requested.parameter().split(" ")));
    missing.removeAll(granted);
    return ", but \"%s\" alone, so that \"%s\" is missing"
        .formatted(String.join(" ", new TreeSet<>(granted)), String.join(" ", missing));
  }

  /** The scope that was asked for. */
  public Scope requested() {
    return requested;
  }

  /** The scope values that were granted, such as {@code read}; empty if none. Unmodifiable. */
  public Set<String> granted() {
    return Set.copyOf(granted);
  }
}
