package visibuild;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.Secret;

/**
 * OAuth client credentials: a client id and a client secret, which are exchanged for access tokens
 * that live one hour. The kind of credential that Visibuild recommends.
 *
 * <pre>{@code
 * Credential credential = ClientCredentials.of(id, secret, Scope.READ);
 * }</pre>
 *
 * <p>Immutable. The secret stays inside: no method returns it, and {@code toString} does not show
 * it.
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

  private ClientCredentials(String id, Supplier<String> secret, Scope scope, boolean narrowed) {
    this.id = id;
    this.secret = secret;
    this.scope = scope;
    this.narrowed = narrowed;
  }

  /**
   * Makes client credentials.
   *
   * @param id the client id
   * @param secret the client secret, exactly as Visibuild showed it
   * @param scope the scope that was chosen when the credentials were created
   * @throws IllegalArgumentException if one is missing, or the id or the secret is blank, begins or
   *     ends with white space, or has a control character
   */
  public static ClientCredentials of(String id, String secret, Scope scope) {
    Secret held = Secret.of(secret, SECRET);
    return new ClientCredentials(checkedId(id), held::reveal, Scope.given(scope), true);
  }

  /**
   * Makes client credentials whose secret may change while the program runs: from a mounted file, a
   * vault, anything that is rotated.
   *
   * <pre>{@code
   * Path file = Path.of("/run/secrets/visibuild");
   * ClientCredentials.of(id, () -> read(file).strip(), Scope.READ);
   * }</pre>
   *
   * <p>The secret is read before the first token request, and again when Visibuild refuses it; it
   * is read in a background thread, so it may take a while.
   *
   * @param id the client id
   * @param secret gives the client secret, exactly as Visibuild showed it; what it throws, and a
   *     secret that cannot be one, fails the calls that need it
   * @param scope the scope that was chosen when the credentials were created
   * @throws IllegalArgumentException if one is missing, or the id is blank, begins or ends with
   *     white space, or has a control character
   */
  public static ClientCredentials of(String id, Supplier<String> secret, Scope scope) {
    if (secret == null) {
      throw new IllegalArgumentException(SECRET + "'s supplier is missing; give one.");
    }
    return new ClientCredentials(checkedId(id), secret, Scope.given(scope), true);
  }

  /**
   * The same credentials, with one token for all calls: it has the whole scope, and reads carry it
   * too. This is for a server that ends <em>all</em> tokens of a client when it issues one,
   * whatever their scope; there, a program that reads and writes would end its own tokens in turns,
   * which {@link TokenEvent.CrossScopeRevocation} tells. Visibuild's is not known to be one.
   *
   * <p>It costs what narrow tokens are for: with credentials of {@link Scope#READ_WRITE} a token
   * that somebody gets hold of on a read can write. All programs that share a token store have to
   * be built with it, and with the same scope.
   *
   * <pre>{@code
   * ClientCredentials.of(id, secret, Scope.READ_WRITE).withoutNarrowing()
   * }</pre>
   */
  public ClientCredentials withoutNarrowing() {
    return new ClientCredentials(id, secret, scope, false);
  }

  /** An id is no secret, but what cannot be a secret cannot be an id either. */
  private static String checkedId(String id) {
    return Secret.of(id, "The client id").reveal();
  }

  /** The client id. It is not a secret. */
  public String id() {
    return id;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  /** Whether a call that needs less than the whole scope gets a token that can do less. */
  boolean isNarrowed() {
    return narrowed;
  }

  /** The secret as it is now, which is the user's to say and has to be {@link #checked}. */
  Supplier<String> secret() {
    return secret;
  }

  /** Returns what a supplier gave, if it can be a secret. */
  static Secret checked(@Nullable String secret) {
    return Secret.of(secret, SECRET);
  }

  @Override
  public String toString() {
    String narrowing = narrowed ? "" : ", without narrowing";
    return "ClientCredentials[id=" + id + ", scope=" + scope + narrowing + "]";
  }
}
