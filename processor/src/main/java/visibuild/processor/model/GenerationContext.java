package visibuild.processor.model;

import java.util.Set;

/**
 * The surroundings of generated source that affect its text.
 *
 * @param inheritedTypes simple names of the types nested in the interface and those it extends:
 *     inside the client they hide imports
 * @param hidesJavaLang whether the package has a type that hides one of {@code java.lang}
 * @param seesGenerated whether {@code javax.annotation.processing.Generated} can be used there; not
 *     in a module that does not read {@code java.compiler}
 * @param isKotlin whether the interface was written in Kotlin
 * @param seesCoroutines whether {@code kotlinx.coroutines.future.FutureKt} can be used there
 */
public record GenerationContext(
    Set<String> inheritedTypes,
    boolean hidesJavaLang,
    boolean seesGenerated,
    boolean isKotlin,
    boolean seesCoroutines) {
  /** Makes a context of a copy of {@code inheritedTypes}. */
  public GenerationContext {
    inheritedTypes = Set.copyOf(inheritedTypes);
  }
}
