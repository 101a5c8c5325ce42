package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * The access of a credential, a token or a call: reading, or reading and writing.
 *
 * <p>These are the two scopes that Visibuild lets a company choose when it creates a credential.
 * They are ordered: {@link #READ_WRITE} covers {@link #READ}.
 *
 * <pre>{@code
 * Scope.READ_WRITE.covers(Scope.READ);  // true
 * Scope.READ_WRITE.parameter();         // "read write"
 * }</pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
 * @since 0.1
 */
public enum Scope {
  /** Only read: <em>Read</em> in Visibuild's settings. */
  READ("read"),

  /** Read and write: <em>Read and write</em> in Visibuild's settings. */
  READ_WRITE("read write");

  private final String parameter;

  Scope(String parameter) {
    this.parameter = parameter;
  }

  /**
   * The value of the {@code scope} parameter of a token request: {@code "read"} or {@code "read
   * write"}.
   */
  public String parameter() {
    return parameter;
  }

  /** The scope that a credential was declared with; refuses a missing one. */
  static Scope given(@Nullable Scope scope) {
    if (scope == null) {
      throw new IllegalArgumentException(
          "The credential's scope is missing; give the one that was chosen when it was created:"
              + " Scope.READ or Scope.READ_WRITE.");
    }
    return scope;
  }

  /**
   * Returns the scope that a request with this HTTP method needs by default: {@link #READ} for GET,
   * HEAD and OPTIONS, which are safe methods, else {@link #READ_WRITE}.
   *
   * @param httpMethod the method in capitals, as HTTP writes it
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1">RFC 9110, section 9.2.1</a>
   */
  public static Scope ofHttpMethod(String httpMethod) {
    return switch (httpMethod) {
      case "GET", "HEAD", "OPTIONS" -> READ;
      default -> READ_WRITE;
    };
  }

  /** Returns whether this scope includes {@code needed}. */
  public boolean covers(Scope needed) {
    return compareTo(needed) >= 0;
  }
}
