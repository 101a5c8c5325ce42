package visibuild;

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
  private final String id;
  private final Secret secret;
  private final Scope scope;

  private ClientCredentials(String id, Secret secret, Scope scope) {
    this.id = id;
    this.secret = secret;
    this.scope = scope;
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
    // An id is no secret, but what cannot be a secret cannot be an id either.
    return new ClientCredentials(
        Secret.of(id, "The client id").reveal(),
        Secret.of(secret, "The client secret"),
        Scope.given(scope));
  }

  /** The client id. It is not a secret. */
  public String id() {
    return id;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  Secret secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "ClientCredentials[id=" + id + ", scope=" + scope + "]";
  }
}
