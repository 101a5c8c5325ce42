package visibuild.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.CarriedAnnotations;

/**
 * Writes {@code @Deprecated} and {@code @SuppressWarnings} where a signature of the user's needs
 * them.
 */
final class CarriedAnnotationsWriter {
  private CarriedAnnotationsWriter() {}

  /** For a signature that is written again. */
  static List<AnnotationSpec> whereRepeated(CarriedAnnotations cautions) {
    return write(cautions, new LinkedHashSet<>(cautions.suppressed()));
  }

  /**
   * For a declaration that implements the user's: unlike a deprecation, an announced removal is
   * remarked on there although the implementation is deprecated too.
   */
  static List<AnnotationSpec> whereOverridden(CarriedAnnotations cautions) {
    Set<String> suppressed = new LinkedHashSet<>(cautions.suppressed());
    if (cautions.forRemoval()) {
      suppressed.add("removal");
    }
    return write(cautions, suppressed);
  }

  private static List<AnnotationSpec> write(CarriedAnnotations cautions, Set<String> suppressed) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    cautions.deprecated().ifPresent(annotations::add);
    if (!suppressed.isEmpty()) {
      AnnotationSpec.Builder suppress = AnnotationSpec.builder(SuppressWarnings.class);
      suppressed.forEach(warning -> suppress.addMember("value", "$S", warning));
      annotations.add(suppress.build());
    }
    return annotations;
  }
}
