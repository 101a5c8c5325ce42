package visibuild.processor.model;

import java.util.List;

/**
 * The declaration with {@code @VisibuildApi}.
 *
 * @param kind {@code interface}, {@code class}, {@code enum}, {@code record} or {@code annotation
 *     type}
 * @param typeVariables the names of its type variables
 * @param hidden whether it or a type around it is private
 * @param sealed whether it names the types that may implement it
 */
public record Declaration(String kind, List<String> typeVariables, boolean hidden, boolean sealed) {
  /** Makes a declaration of a copy of {@code typeVariables}. */
  public Declaration {
    typeVariables = List.copyOf(typeVariables);
  }

  /** Returns whether it is an interface. */
  public boolean isInterface() {
    return kind.equals("interface");
  }

  /** Returns whether a class can implement it, regardless of its methods. */
  public boolean canHaveClient() {
    return isInterface() && typeVariables.isEmpty() && !hidden && !sealed;
  }
}
