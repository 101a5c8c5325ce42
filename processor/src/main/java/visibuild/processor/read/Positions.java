package visibuild.processor.read;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import visibuild.processor.model.Position;

/**
 * The source positions of declarations, as far as the compiler reports them. One instance serves a
 * whole compilation.
 */
@FunctionalInterface
public interface Positions {
  /** The implementation for a compiler without this information. */
  Positions UNKNOWN = declaration -> Optional.empty();

  /** Returns the position of the interface or method {@code declaration}; empty if unknown. */
  Optional<Position> of(Element declaration);

  /** Returns the positions from javac's trees, or {@link #UNKNOWN} under another compiler. */
  static Positions in(ProcessingEnvironment environment) {
    try {
      return new TreePositions(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
