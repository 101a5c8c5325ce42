package visibuild;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Visibuild with one credential: where a program begins.
 *
 * <pre>{@code
 * try (Visibuild visibuild = Visibuild.builder()
 *     .region(Region.APAC)
 *     .credential(ClientCredentials.of(id, secret, Scope.READ))
 *     .build()) {
 *   ProjectsApi projects = ProjectsApiClient.create(visibuild.readAccess());
 *   for (Project project : projects.list()) {
 *     System.out.println(project.name());
 *   }
 * }
 * }</pre>
 *
 * <p>To see what is sent, switch the logger {@code visibuild.http} to {@code DEBUG} before {@link
 * VisibuildBuilder#build}: a line for each request. {@link VisibuildBuilder#httpLog} says more.
 *
 * <p>Make one for a credential and keep it as long as the program runs: it holds the tokens and the
 * connections. Nothing is requested before the first call. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class Visibuild implements AutoCloseable {
  private final Credential credential;
  private final Wiring wiring;
  private final ReadAccess readAccess;
  private final @Nullable WriteAccess writeAccess;

  Visibuild(Credential credential, Wiring wiring) {
    this.credential = credential;
    this.wiring = wiring;
    this.readAccess = new ReadAccess(wiring.retrofit(Scope.READ), wiring.clients());
    this.writeAccess =
        credential.scope().covers(Scope.READ_WRITE)
            ? new WriteAccess(wiring.retrofit(Scope.READ_WRITE), wiring.clients())
            : null;
  }

  /**
   * Begins a connection; {@link VisibuildBuilder#credential} is needed, and a region or a base URL.
   */
  public static VisibuildBuilder builder() {
    return new VisibuildBuilder();
  }

  /**
   * The JSON mapper that is used where the builder is given none, as a new copy to adapt: unknown
   * members are ignored, unknown enum values are {@code null} or the constant marked {@link
   * com.fasterxml.jackson.annotation.JsonEnumDefaultValue}, and {@code java.time} is read and
   * written as ISO 8601. A primitive, and a component of a record that JSpecify's annotations say
   * is not null, is refused where it is null or missing; an enum may be null.
   */
  public static ObjectMapper newObjectMapper() {
    return Wiring.newObjectMapper();
  }

  /** The right to read, which every credential gives. */
  public ReadAccess readAccess() {
    return readAccess;
  }

  /**
   * The right to read and write.
   *
   * @throws InsufficientScopeException if the credential only reads; no request is made
   */
  public WriteAccess writeAccess() {
    if (writeAccess == null) {
      throw new InsufficientScopeException(
          "There is no write access", Scope.READ_WRITE, credential.scope());
    }
    return writeAccess;
  }

  /** The credential's declared scope: the most that calls can do. */
  public Scope scope() {
    return credential.scope();
  }

  /**
   * The clients that were made of this connection so far, in their order, each once for each
   * access. The logger {@code visibuild.access} tells of each when it is made: at {@code INFO} with
   * {@link VisibuildBuilder#clientAuthorizer} or {@link VisibuildBuilder#accessUsage}, else at
   * {@code DEBUG}.
   */
  public List<ClientAccess> clients() {
    return wiring.clients().made();
  }

  /**
   * Ends what this connection started: the threads that fetch tokens and, unless the client was
   * given to the builder, its threads and connections. Calls that wait fail with a {@link
   * ConnectionException}, and so do those that are on their way, unless the client was given. To
   * close again does nothing.
   */
  @Override
  public void close() {
    wiring.close();
  }

  @Override
  public String toString() {
    return "Visibuild[baseUrl=" + wiring.baseUrl().url() + ", credential=" + credential + "]";
  }
}
