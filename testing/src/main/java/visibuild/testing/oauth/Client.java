package visibuild.testing.oauth;

/** An OAuth client that the sandbox knows. */
public record Client(String id, String secret, Scopes scopes) {
  @Override
  public String toString() {
    return "Client[id=" + id + ", scopes=" + scopes + "]";
  }
}
