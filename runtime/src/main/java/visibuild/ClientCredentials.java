package visibuild;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;
import visibuild.internal.base.TextSanitizer;

/**
 * OAuth client credentials: a client id and a client secret, which are exchanged for access tokens
 * with a lifetime of one hour. Visibuild recommends this kind of credential.
 *
 * <pre>{@code
 * Credential credential = ClientCredentials.of(id, secret, Scope.READ);
 * }</pre>
 *
 * <p>Immutable. No method returns the secret, and {@code toString} does not show it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 * @since 0.1
 */
public final class ClientCredentials implements Credential {
  private static final String SECRET = "The client secret";

  private final String id;
  private final transient Supplier<String> secret;
  private final Scope scope;
  private final boolean narrowed;

  /** A secret that was given as text, and checked. */
  private record ConstantSecret(Secret secret) implements Supplier<String> {
    @Override
    public String get() {
      return secret.reveal();
    }
  }

  private ClientCredentials(String id, Supplier<String> secret, Scope scope, boolean narrowed) {
    this.id = id;
    this.secret = secret;
    this.scope = scope;
    this.narrowed = narrowed;
  }

  /**
   * Returns client credentials.
   *
   * @param id the client id
   * @param secret the client secret, exactly as Visibuild showed it
   * @param scope the scope that was chosen when the credentials were created
   * @throws IllegalArgumentException if an argument is missing, or the id or the secret is blank,
   *     begins or ends with white space or an invisible character, has a control character, is in
   *     quotes, is a placeholder such as {@code ${SECRET}}, or begins with the name of an
   *     authentication scheme such as {@code Bearer}
   */
  public static ClientCredentials of(String id, String secret, Scope scope) {
    Supplier<String> constant = new ConstantSecret(Secret.of(secret, SECRET));
    return new ClientCredentials(checkedId(id), constant, Scope.given(scope), true);
  }

  /**
   * Returns client credentials whose secret may change while the program runs, because it comes
   * from a mounted file, a vault or another source that is rotated.
   *
   * <pre>{@code
   * Path file = Path.of("/run/secrets/visibuild");
   * ClientCredentials.of(id, () -> read(file).strip(), Scope.READ);
   * }</pre>
   *
   * <p>The supplier is called before the first token request, and again when Visibuild rejects the
   * secret. It runs in a background thread, for at most ten seconds.
   *
   * @param id the client id
   * @param secret returns the client secret, exactly as Visibuild showed it; if it throws or
   *     returns an impossible secret, the calls that need a token fail
   * @param scope the scope that was chosen when the credentials were created
   * @throws IllegalArgumentException if an argument is missing, or the id is blank, begins or ends
   *     with white space or an invisible character, has a control character, is in quotes, is a
   *     placeholder such as {@code ${ID}}, or begins with the name of an authentication scheme such
   *     as {@code Bearer}
   */
  public static ClientCredentials of(String id, Supplier<String> secret, Scope scope) {
    if (secret == null) {
      throw new IllegalArgumentException(SECRET + "'s supplier is missing; pass one.");
    }
    return new ClientCredentials(checkedId(id), secret, Scope.given(scope), true);
  }

  /**
   * Returns the same credentials with one token for all calls, which has the whole scope. Use this
   * only for a server that revokes <em>all</em> tokens of a client when it issues one, whatever
   * their scope: there, a program that reads and writes would revoke its own tokens. Visibuild's
   * server is not known to do so.
   *
   * <p>The price is that reads carry a token that can write. It does not help two programs that
   * revoke each other's tokens; these share a {@link TokenStore}. All programs that share a store
   * use this method with the same scope, or none does.
   *
   * <pre>{@code
   * ClientCredentials.of(id, secret, Scope.READ_WRITE).withoutNarrowing()
   * }</pre>
   */
  public ClientCredentials withoutNarrowing() {
    return new ClientCredentials(id, secret, scope, false);
  }

  /** Checks the id, which is no secret, by the same rules as a secret. */
  private static String checkedId(String id) {
    return Secret.of(id, "The client id").reveal();
  }

  /** Returns the client id, which is not a secret. */
  public String id() {
    return id;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  /** Returns whether a call that needs less than the whole scope gets a narrower token. */
  boolean isNarrowed() {
    return narrowed;
  }

  /** Returns the user's supplier. Its result has to be {@link #checked}. */
  Supplier<String> secret() {
    return secret;
  }

  /** Returns the secret that was given as text; null if a supplier returns it. */
  @Nullable Secret constantSecret() {
    return secret instanceof ConstantSecret constant ? constant.secret : null;
  }

  /** Returns what a supplier gave, if it can be a secret. */
  static Secret checked(@Nullable String secret) {
    return Secret.of(secret, SECRET);
  }

  @Override
  public String toString() {
    String narrowing = narrowed ? "" : ", without narrowing";
    return "ClientCredentials[id=" + TextSanitizer.clean(id) + ", scope=" + scope + narrowing + "]";
  }
}
