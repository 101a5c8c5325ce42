package visibuild.processor.model;

import java.util.List;

/**
 * Request annotations on a method without a request.
 *
 * @param label the method as a message names it, such as {@code TicketsApi.first}
 * @param hasBody whether the method has a body; otherwise it is one that every object has
 * @param annotations the annotations of the method and its parameters, as messages name them
 * @param location the first of them
 */
public record IgnoredAnnotations(
    String label, boolean hasBody, List<String> annotations, SourceLocation location) {
  /** Makes them of a copy of {@code annotations}. */
  public IgnoredAnnotations {
    annotations = List.copyOf(annotations);
  }
}
