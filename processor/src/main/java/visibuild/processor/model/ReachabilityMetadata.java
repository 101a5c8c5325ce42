package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * The classes that libraries access by reflection when a client runs; its code does not show them.
 *
 * @param types the classes and interfaces, each once, in the order of their names
 */
public record ReachabilityMetadata(ClassName client, List<ReachedType> types) {
  /** Makes a record of a copy of {@code types}. */
  public ReachabilityMetadata {
    types = List.copyOf(types);
  }
}
