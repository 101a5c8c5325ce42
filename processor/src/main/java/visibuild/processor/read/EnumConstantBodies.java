package visibuild.processor.read;

import com.sun.source.util.Trees;
import java.util.OptionalInt;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The constants of enums that have a body, and so a class without a name of its own, which no
 * element stands for. One for a whole compilation.
 */
@FunctionalInterface
public interface EnumConstantBodies {
  /** For a compiler that tells nothing. */
  EnumConstantBodies UNKNOWN = type -> OptionalInt.empty();

  /** How many such classes there are in the enum {@code type}; empty if that is not known. */
  OptionalInt in(TypeElement type);

  /** What the compiler of {@code environment} tells of its sources: javac, or nothing. */
  static EnumConstantBodies seenBy(ProcessingEnvironment environment) {
    try {
      return new TreeEnumConstantBodies(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
