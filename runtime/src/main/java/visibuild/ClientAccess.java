package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * A client that this program created, with its access.
 *
 * <pre>{@code
 * visibuild.clients().forEach(System.out::println); // TicketDeskApiClient has "read write"
 * }</pre>
 *
 * @param client the binary name of the client's class; of the interface, if it was written by hand
 * @param scope the scope that its interface declares; for a hand-written interface, the scope of
 *     its access: the most that its calls can do, and for which they ask a token only if they need
 *     it
 * @since 0.1
 */
public record ClientAccess(String client, Scope scope) {
  /** Written out, because the generated method costs the first call 20 ms of a program's start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientAccess access
        && client.equals(access.client)
        && scope == access.scope;
  }

  @Override
  public int hashCode() {
    return 31 * client.hashCode() + scope.hashCode();
  }

  /** Returns the client's simple name and its scope. */
  @Override
  public String toString() {
    return "%s has \"%s\"".formatted(simpleName(client), scope.parameter());
  }

  static String simpleName(String client) {
    return client.substring(client.lastIndexOf('.') + 1);
  }
}
