package visibuild.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;
import java.util.Optional;

/**
 * The annotations to repeat with a declaration, so that the generated source compiles without a
 * warning that the user has already suppressed, and means the same to a checker of nulls.
 *
 * @param deprecated the user's {@code @Deprecated}
 * @param forRemoval whether it announces the removal
 * @param nullness the user's {@code @NullMarked} or {@code @NullUnmarked}
 * @param suppressed the user's {@code @SuppressWarnings}, as far as they concern a signature
 */
public record CarriedAnnotations(
    Optional<AnnotationSpec> deprecated,
    boolean forRemoval,
    Optional<AnnotationSpec> nullness,
    List<String> suppressed) {
  /** Makes carried annotations of a copy of {@code suppressed}. */
  public CarriedAnnotations {
    suppressed = List.copyOf(suppressed);
  }
}
