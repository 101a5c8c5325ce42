package visibuild;

/** OAuth client credentials. */
public final class ClientCredentials implements Credential {
  private final Scope scope;

  private ClientCredentials(Scope scope) {
    this.scope = scope;
  }

  public static ClientCredentials of(String id, String secret, Scope scope) {
    return new ClientCredentials(scope);
  }

  @Override
  public Scope scope() {
    return scope;
  }
}
