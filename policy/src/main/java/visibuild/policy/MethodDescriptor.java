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
    Access scope,
    Reason reason,
    Optional<SourcePosition> source) {
  /** Makes a method of a copy of {@code parameters}. */
  public MethodDescriptor {
    parameters = List.copyOf(parameters);
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
