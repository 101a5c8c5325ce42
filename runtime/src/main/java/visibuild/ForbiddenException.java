package visibuild;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The server knows the credential and refuses the call (403). Visibuild does not say why, so this
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

  /** What the call needed; null for a request that was sent without a token. */
  private final @Nullable Scope required;

  /** What the token had; a TreeSet, which is serializable. */
  private final TreeSet<String> granted;

  /**
   * Says that a call was refused by {@code answer}.
   *
   * @param required the scope that the call needed, or {@code null} if it carried no token
   * @param granted the scope values of the token that it carried; empty if it carried none
   */
  public ForbiddenException(ErrorAnswer answer, @Nullable Scope required, Set<String> granted) {
    this(answer, required, granted, true);
  }

  /**
   * Says that a call was refused by {@code answer}.
   *
   * @param grantSaid whether Visibuild said what it granted; if not, {@code granted} is what was
   *     declared or asked for
   */
  public ForbiddenException(
      ErrorAnswer answer, @Nullable Scope required, Set<String> granted, boolean grantSaid) {
    super(answer + explain(required, granted, grantSaid), answer);
    this.required = required;
    this.granted = new TreeSet<>(granted);
  }

  private static String explain(@Nullable Scope required, Set<String> granted, boolean grantSaid) {
    if (required == null) {
      return ". The call carried no token.";
    }
    String had =
        grantSaid
            ? "its token had \"%s\"."
            : "its token is taken to have \"%s\"; Visibuild does not say what it has.";
    return (". The call needs the scope \"%s\", and " + had)
        .formatted(required.parameter(), String.join(" ", new TreeSet<>(granted)));
  }

  /** The scope that the call needed; empty if it carried no token. */
  public Optional<Scope> required() {
    return Optional.ofNullable(required);
  }

  /** The scope values of the token that the call carried, such as {@code read}. Unmodifiable. */
  public Set<String> granted() {
    return Set.copyOf(granted);
  }
}
