package visibuild.processor.jackson;

import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Detects settings that change the members that Lombok adds and that no element shows: a {@code
 * lombok.config} in a folder around the source file, and annotations such as {@code
 * onConstructor_}, which Lombok copies to the members that it adds.
 */
@FunctionalInterface
public interface LombokConfig {
  /** For a compiler that gives no access to source files: Lombok may be configured in any way. */
  LombokConfig UNKNOWN = type -> true;

  /** Returns whether such a setting may change the members that Lombok adds to {@code type}. */
  boolean mayChangeMembersOf(TypeElement type);

  /** Returns the settings for the sources that {@code environment} compiles. */
  static LombokConfig in(ProcessingEnvironment environment) {
    try {
      return new SourceLombokConfig(Trees.instance(environment));
    } catch (IllegalArgumentException | LinkageError otherCompiler) {
      return UNKNOWN;
    }
  }
}
