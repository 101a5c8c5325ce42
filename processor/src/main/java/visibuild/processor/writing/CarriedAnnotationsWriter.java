package visibuild.processor.writing;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import visibuild.processor.model.CarriedAnnotations;
import visibuild.processor.model.JavaLiterals;
import visibuild.processor.model.SourceAnnotation;
import visibuild.processor.model.SourceAnnotation.Value;

/**
 * Writes {@code @Deprecated}, {@code @NullMarked} and {@code @SuppressWarnings} where a signature
 * of the user's needs them.
 */
final class CarriedAnnotationsWriter {
  private static final ClassName SUPPRESS_WARNINGS = ClassName.get(SuppressWarnings.class);

  private CarriedAnnotationsWriter() {}

  /** Returns the annotations for a signature that is written again. */
  static List<SourceAnnotation> whereRepeated(CarriedAnnotations carried) {
    return write(carried, carried.suppressed());
  }

  /**
   * Returns the annotations for a declaration that implements the user's. Unlike for a deprecation,
   * javac warns about overriding a {@code forRemoval} method even in deprecated code.
   */
  static List<SourceAnnotation> whereOverridden(CarriedAnnotations carried) {
    if (!carried.forRemoval()) {
      return whereRepeated(carried);
    }
    Set<String> suppressed = new LinkedHashSet<>(carried.suppressed());
    suppressed.add("removal");
    return write(carried, suppressed);
  }

  private static List<SourceAnnotation> write(
      CarriedAnnotations carried, Collection<String> suppressed) {
    List<SourceAnnotation> annotations = new ArrayList<>();
    if (carried.deprecated().isPresent()) {
      annotations.add(carried.deprecated().get());
    }
    if (carried.nullness().isPresent()) {
      annotations.add(carried.nullness().get());
    }
    if (!suppressed.isEmpty()) {
      List<Value> warnings = new ArrayList<>();
      for (String warning : suppressed) {
        warnings.add(new Value.Literal(JavaLiterals.of(warning)));
      }
      Value value = warnings.size() == 1 ? warnings.get(0) : new Value.Elements(warnings);
      annotations.add(SourceAnnotation.of(SUPPRESS_WARNINGS, value));
    }
    return annotations;
  }
}
