package visibuild.processor.read;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import visibuild.processor.model.Position;

/** Where declarations stand, as far as the compiler tells. One for a whole compilation. */
@FunctionalInterface
public interface Positions {
  /** For a compiler that tells nothing. */
  Positions UNKNOWN = declaration -> Optional.empty();

  /** Where the interface or method {@code declaration} stands; empty if that is not known. */
  Optional<Position> of(Element declaration);

  /** What the compiler of {@code environment} tells: javac, or nothing. */
  static Positions in(ProcessingEnvironment environment) {
    try {
      return new TreePositions(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
