package visibuild;

import retrofit2.Retrofit;

/**
 * The right to read: what a client of a {@link Scope#READ} interface is made from.
 *
 * <p>Its calls carry a token of scope {@code read}, also where the credential could do more. Only a
 * {@link LegacyToken} cannot be narrowed: it is sent as it is, and calls that write are refused
 * before they are sent. Hand it to the parts of a program that must not write; they cannot turn it
 * into {@link WriteAccess}.
 *
 * <pre>{@code
 * ReadAccess access = visibuild.readAccess();
 * ProjectsApi projects = ProjectsApiClient.create(access);
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads, until the {@link Visibuild} it comes from is
 * closed.
 *
 * @since 0.1
 */
public sealed class ReadAccess permits WriteAccess {
  private final Retrofit retrofit;
  private final ClientRegistry clients;
  private final Scope scope;

  ReadAccess(Retrofit retrofit, ClientRegistry clients) {
    this(retrofit, clients, Scope.READ);
  }

  ReadAccess(Retrofit retrofit, ClientRegistry clients, Scope scope) {
    this.retrofit = retrofit;
    this.clients = clients;
    this.scope = scope;
  }

  /**
   * Implements {@code calls}, an interface of Retrofit methods that return {@link retrofit2.Call},
   * with calls that act with this access. This is what generated clients are built on. What a call
   * fails with is a {@link VisibuildException}, thrown by {@code execute} and handed to the
   * callback of {@code enqueue}; a status that is an error is a {@link retrofit2.Response}. Types
   * of {@link Visibuild.Builder#callAdapterFactory} and {@link
   * java.util.concurrent.CompletableFuture} may be returned too.
   *
   * @throws IllegalArgumentException if Retrofit refuses the interface
   * @throws ClientNotPermittedException if the connection's {@link ClientAuthorizer} does
   */
  public final <C> C implement(Class<C> calls) {
    return implement(calls, scope);
  }

  /**
   * As {@link #implement(Class)}, for calls that need {@code needed} at most, however much this
   * access could do: {@link Visibuild#clients()} and {@link AccessUsage} tell of no more. A
   * generated client says here what its interface declares.
   *
   * @throws IllegalArgumentException if this access has less than {@code needed}, or Retrofit
   *     refuses the interface
   * @throws ClientNotPermittedException if the connection's {@link ClientAuthorizer} does
   */
  public final <C> C implement(Class<C> calls, Scope needed) {
    if (!scope.covers(needed)) {
      throw new IllegalArgumentException(
          "%s needs \"%s\"; make it from visibuild.writeAccess()."
              .formatted(calls.getName(), needed.parameter()));
    }
    clients.register(calls, needed);
    return retrofit.create(calls);
  }
}
