package visibuild;

import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;

/**
 * One call, as its events describe it. It holds no argument, no URL with values, no token and no
 * secret. Every call has its own instance, so that a listener can use it as a key.
 *
 * <p>Immutable. Two instances are equal only if they are the same call.
 *
 * @since 0.1
 */
public final class CallInfo {
  private final @Nullable String client;
  private final @Nullable String method;
  private final String verb;
  private final String path;
  private final Scope scope;
  private final String host;
  private final int port;

  /**
   * Makes an instance, for tests of a listener.
   *
   * @param client the binary name of the client's interface; null for a request of no interface
   * @param method the name of the interface's method; null for a request of no interface
   * @param verb the HTTP verb, such as {@code POST}
   * @param path the path as the interface declares it, such as {@code api/core/v1/tickets/{id}}
   * @param scope the scope that the call needs
   * @param host the host that the first request goes to
   * @param port the port that the first request goes to
   */
  public CallInfo(
      @Nullable String client,
      @Nullable String method,
      String verb,
      String path,
      Scope scope,
      String host,
      int port) {
    this.client = client;
    this.method = method;
    this.verb = verb;
    this.path = path;
    this.scope = scope;
    this.host = host;
    this.port = port;
  }

  /** Returns the binary name of the client's interface; null for a request of no interface. */
  public @Nullable String client() {
    return client;
  }

  /** Returns the name of the interface's method; null for a request of no interface. */
  public @Nullable String method() {
    return method;
  }

  /** Returns the HTTP verb, such as {@code POST}. */
  public String verb() {
    return verb;
  }

  /**
   * Returns the path as the interface declares it, such as {@code api/core/v1/tickets/{id}}; {@code
   * {url}} if the whole URL is an argument.
   */
  public String path() {
    return path;
  }

  /** Returns the scope that the call needs. */
  public Scope scope() {
    return scope;
  }

  /** Returns the host that the first request goes to. */
  public String host() {
    return host;
  }

  /** Returns the port that the first request goes to. */
  public int port() {
    return port;
  }

  /** Returns the interface's simple name and the method, then verb and path. */
  @Override
  public String toString() {
    String name = client == null ? "" : ClientAccess.simpleName(client) + "." + method + " ";
    return TextSanitizer.clean(name + verb + " " + path);
  }
}
