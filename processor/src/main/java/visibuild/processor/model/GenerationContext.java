package visibuild.processor.model;

import java.util.Set;

/**
 * The surroundings of generated source that affect its text.
 *
 * @param inheritedTypes simple names of the types nested in the interface and those it extends:
 *     inside the client they hide imports
 * @param inheritedConstants names of their constants, which hide imports in expressions
 * @param clashingSignatures signatures of inherited methods that the client's factory or {@code
 *     Object} may have too, such as {@code create(visibuild.ReadAccess)} and {@code clone()}
 * @param hidesOwnPackage whether an inherited type hides one of the package, or the client itself
 * @param obscuredPackages first parts of package names, such as {@code java}, that name a type or a
 *     constant inside the client
 * @param hidesJavaLang whether the package has a type that hides one of {@code java.lang}
 * @param seesGenerated whether {@code javax.annotation.processing.Generated} can be used there; not
 *     in a module that does not read {@code java.compiler}
 * @param seesNullable whether JSpecify's {@code Nullable} can be used there
 * @param isKotlin whether the interface was written in Kotlin
 * @param seesCoroutines whether {@code kotlinx.coroutines.future.FutureKt} can be used there
 */
public record GenerationContext(
    Set<String> inheritedTypes,
    Set<String> inheritedConstants,
    Set<String> clashingSignatures,
    boolean hidesOwnPackage,
    Set<String> obscuredPackages,
    boolean hidesJavaLang,
    boolean seesGenerated,
    boolean seesNullable,
    boolean isKotlin,
    boolean seesCoroutines) {
  /** Makes a context of copies of the sets. */
  public GenerationContext {
    inheritedTypes = Set.copyOf(inheritedTypes);
    inheritedConstants = Set.copyOf(inheritedConstants);
    clashingSignatures = Set.copyOf(clashingSignatures);
    obscuredPackages = Set.copyOf(obscuredPackages);
  }
}
