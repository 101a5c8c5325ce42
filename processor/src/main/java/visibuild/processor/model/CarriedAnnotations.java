package visibuild.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations to repeat with a declaration, so that the generated source compiles without a
 * warning that the user has already suppressed or gets at the declaration, and means the same to a
 * checker of nulls.
 *
 * @param deprecated the user's {@code @Deprecated}
 * @param forRemoval whether it announces the removal
 * @param nullness the user's {@code @NullMarked} or {@code @NullUnmarked}
 * @param suppressed the suppressed warnings, as far as they concern a signature
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

  /** Returns these annotations for a signature that causes {@code warning} too. */
  public CarriedAnnotations withSuppressed(String warning) {
    Set<String> all = new LinkedHashSet<>(suppressed);
    all.add(warning);
    return new CarriedAnnotations(deprecated, forRemoval, nullness, List.copyOf(all));
  }
}
