package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.CarriedAnnotations;
import visibuild.processor.model.JavaLiterals;

/**
 * Writes {@code @Deprecated}, {@code @NullMarked} and {@code @SuppressWarnings} where a signature
 * of the user needs them.
 */
final class CarriedAnnotationsWriter {
  private CarriedAnnotationsWriter() {}

  /** Returns the annotations of a signature that repeats the user's. */
  static List<AnnotationSpec> whereRepeated(CarriedAnnotations carried) {
    return write(carried, new LinkedHashSet<>(carried.suppressed()));
  }

  /**
   * Returns the annotations of a declaration that implements the user's. javac warns about
   * implementing a {@code forRemoval} method even in deprecated code, so {@code removal} is
   * suppressed.
   */
  static List<AnnotationSpec> whereOverridden(CarriedAnnotations carried) {
    Set<String> suppressed = new LinkedHashSet<>(carried.suppressed());
    if (carried.forRemoval()) {
      suppressed.add("removal");
    }
    return write(carried, suppressed);
  }

  private static List<AnnotationSpec> write(CarriedAnnotations carried, Set<String> suppressed) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    if (carried.deprecated().isPresent()) {
      annotations.add(carried.deprecated().get());
    }
    if (carried.nullness().isPresent()) {
      annotations.add(carried.nullness().get());
    }
    if (!suppressed.isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      for (String warning : suppressed) {
        suppress.addMember("value", "$L", JavaLiterals.of(warning));
      }
      annotations.add(suppress.build());
    }
    return annotations;
  }
}
