package visibuild.processor.read;

import com.sun.source.util.Trees;
import java.util.OptionalInt;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Finds enum constants with a body. Each has an anonymous class that no element represents. One
 * instance serves a whole compilation.
 */
@FunctionalInterface
public interface EnumConstantBodies {
  /** The implementation for a compiler without this information. */
  EnumConstantBodies UNKNOWN = type -> OptionalInt.empty();

  /** Returns the number of such classes in the enum {@code type}; empty if unknown. */
  OptionalInt in(TypeElement type);

  /** Returns the implementation for the compiler of {@code environment}. */
  static EnumConstantBodies seenBy(ProcessingEnvironment environment) {
    try {
      return new TreeEnumConstantBodies(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
