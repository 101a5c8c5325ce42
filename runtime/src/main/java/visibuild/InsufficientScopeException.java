package visibuild;

/**
 * A call, or a client, needs more scope than the credential was declared with. Thrown before any
 * request is made.
 *
 * <p>Either give the program a credential of the {@linkplain #required() required} scope, or hand
 * the part that writes to a program that has one.
 *
 * @since 0.1
 */
public final class InsufficientScopeException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** The needed scope. */
  private final Scope required;

  /** The available scope. */
  private final Scope held;

  /**
   * Creates an exception for an action that needs more scope than available.
   *
   * @param what the refused action and the reason, as a sentence without full stop
   */
  public InsufficientScopeException(String what, Scope required, Scope held) {
    this(what, required, held, held);
  }

  /**
   * Creates an exception for an action that needs more scope than its access.
   *
   * @param what the refused action and the reason, as a sentence without full stop
   * @param held the access's scope
   * @param declared the credential's scope, which may be wider
   */
  public InsufficientScopeException(String what, Scope required, Scope held, Scope declared) {
    super(
        "%s: it needs the scope \"%s\" and there is only \"%s\"; %s."
            .formatted(what, required.parameter(), held.parameter(), remedy(required, declared)),
        null);
    this.required = required;
    this.held = held;
  }

  private static String remedy(Scope required, Scope declared) {
    if (declared.covers(required)) {
      return "make the client from writeAccess(), which the credential gives";
    }
    return "create a credential with %s in Visibuild, and declare it so"
        .formatted(required == Scope.READ ? "Read" : "Read and write");
  }

  /** The scope that was needed. */
  public Scope required() {
    return required;
  }

  /** The scope that was there: the credential's, or the access's. */
  public Scope held() {
    return held;
  }
}
