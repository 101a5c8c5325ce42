package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * One call that an interface can make.
 *
 * @param name the method's name
 * @param parameters the qualified erased types of its parameters, which distinguish overloads
 * @param verb the HTTP verb in capitals
 * @param path the path template below the origin, such as {@code api/core/v1/tickets/{id}}
 * @param headers the fixed headers that can change the request's meaning, as {@link FixedHeaders}
 *     normalizes them
 * @param scope what a call needs
 * @param reason why it needs that
 * @param source where the method is declared; empty if that is not known
 * @since 0.1
 */
public record MethodDescriptor(
    String name,
    List<String> parameters,
    String verb,
    String path,
    List<String> headers,
    Access scope,
    Reason reason,
    Optional<SourcePosition> source) {
  /** Makes a method of copies of the lists. */
  public MethodDescriptor {
    parameters = List.copyOf(parameters);
    headers = List.copyOf(headers);
  }

  /** Makes a method without fixed headers. */
  public MethodDescriptor(
      String name,
      List<String> parameters,
      String verb,
      String path,
      Access scope,
      Reason reason,
      Optional<SourcePosition> source) {
    this(name, parameters, verb, path, List.of(), scope, reason, source);
  }

  /** The name with the types of the parameters: {@code open(com.acme.NewTicket)}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters) + ")";
  }

  /** Returns whether a call needs write access. */
  public boolean writes() {
    return scope == Access.READ_WRITE;
  }

  /**
   * Returns whether {@code @RequiresScope} declares this method read-only despite a writing verb.
   * The declaration is not verified: with a credential that cannot be narrowed, such as a legacy
   * token, the call could write.
   */
  public boolean declaredReadOnly() {
    return !writes() && Access.ofVerb(verb) == Access.READ_WRITE;
  }
}
