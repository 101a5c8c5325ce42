package visibuild.testing.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The OAuth clients of the sandbox's company, one for each scope. */
public final class Clients {
  private final Secrets secrets;
  private final Map<String, Client> byId = new ConcurrentHashMap<>();
  private final Map<String, Client> byScope = new ConcurrentHashMap<>();

  /** A register of one client for each of {@code scopes}. */
  public Clients(Secrets secrets, List<String> scopes) {
    this.secrets = secrets;
    for (String scope : scopes) {
      byScope.put(scope, register(secrets.next("client"), Scopes.parse(scope)));
    }
  }

  /** The client that was created with {@code scope}; the same each time. */
  public Client of(String scope) {
    return Objects.requireNonNull(byScope.get(scope), scope);
  }

  /**
   * Gives the client of {@code scope} a new secret; the old one is not known any more. One at a
   * time, so that the secret which is handed out last is the one that is known.
   */
  public synchronized Client rotate(String scope) {
    Client rotated = register(of(scope).id(), Scopes.parse(scope));
    byScope.put(scope, rotated);
    return rotated;
  }

  /** The client with this id, if this is its secret. */
  @Nullable Client authenticate(@Nullable String id, @Nullable String secret) {
    Client client = id == null ? null : byId.get(id);
    return client != null && secret != null && same(client.secret(), secret) ? client : null;
  }

  private Client register(String id, Scopes scopes) {
    Client client = new Client(id, secrets.next("secret"), scopes);
    byId.put(id, client);
    return client;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
