package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of an interface's method.
 *
 * @param annotations its annotations with run-time retention, without type annotations
 */
public record Parameter(
    String name, TypeUse type, List<AnnotationModel> annotations, SourceLocation location) {
  /** Makes a parameter of a copy of {@code annotations}. */
  public Parameter {
    annotations = List.copyOf(annotations);
  }

  /** Its annotation of type {@code type}, if it has one. */
  public Optional<AnnotationModel> annotation(ClassName type) {
    for (AnnotationModel annotation : annotations) {
      if (annotation.is(type)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** Returns whether it holds the options of the call. */
  public boolean isOptions() {
    return type.is(LibraryTypes.REQUEST_OPTIONS);
  }

  /** Returns its annotations for Retrofit. */
  public List<AnnotationModel> retrofitAnnotations() {
    List<AnnotationModel> found = new ArrayList<>();
    for (AnnotationModel annotation : annotations) {
      if (RetrofitAnnotations.isForParameter(annotation)) {
        found.add(annotation);
      }
    }
    return found;
  }
}
