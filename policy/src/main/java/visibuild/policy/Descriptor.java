package visibuild.policy;

import java.util.List;
import java.util.Optional;

/**
 * The capabilities of one annotated interface: the content of its file {@code
 * META-INF/visibuild/<interface>.json}.
 *
 * @param api the binary name of the interface, such as {@code com.acme.Outer$TicketsApi}
 * @param client the binary name of its generated client
 * @param scope the scope it declares
 * @param path the path in front of its methods' paths, such as {@code api/core/v1/}
 * @param source where it is declared; empty if that is not known
 * @param methods its calls, in the order of the source
 * @since 0.1
 */
public record Descriptor(
    String api,
    String client,
    Access scope,
    String path,
    Optional<SourcePosition> source,
    List<MethodDescriptor> methods) {
  /** Makes a descriptor of a copy of {@code methods}. */
  public Descriptor {
    methods = List.copyOf(methods);
  }

  /** The methods that write. */
  public List<MethodDescriptor> writes() {
    return methods.stream().filter(MethodDescriptor::writes).toList();
  }

  /** The interface without its package: {@code Outer.TicketsApi}. */
  public String simpleName() {
    return api.substring(api.lastIndexOf('.') + 1).replace('$', '.');
  }

  /** Returns the position of {@code method}; without it, that of the interface. */
  public Optional<SourcePosition> sourceOf(MethodDescriptor method) {
    return method.source().or(() -> source);
  }
}
