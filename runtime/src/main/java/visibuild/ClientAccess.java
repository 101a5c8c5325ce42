package visibuild;

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
  /** The client without its package, and its scope. */
  @Override
  public String toString() {
    return "%s has \"%s\"".formatted(simpleName(client), scope.parameter());
  }

  static String simpleName(String client) {
    return client.substring(client.lastIndexOf('.') + 1);
  }
}
