package visibuild.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of an interface's method.
 *
 * @param annotations its annotations with run-time retention, without type annotations
 * @param retrofitAnnotations those of them that are for Retrofit
 */
public record Parameter(
    String name,
    TypeUse type,
    List<AnnotationModel> annotations,
    SourceLocation location,
    List<AnnotationModel> retrofitAnnotations) {
  /** Makes a parameter of copies of the lists. */
  public Parameter {
    annotations = List.copyOf(annotations);
    retrofitAnnotations = List.copyOf(retrofitAnnotations);
  }

  /** Makes a parameter; its annotations for Retrofit, which most rules ask for, are found once. */
  public Parameter(
      String name, TypeUse type, List<AnnotationModel> annotations, SourceLocation location) {
    this(name, type, annotations, location, forRetrofit(annotations));
  }

  private static List<AnnotationModel> forRetrofit(List<AnnotationModel> annotations) {
    List<AnnotationModel> found = new ArrayList<>();
    for (AnnotationModel annotation : annotations) {
      if (RetrofitAnnotations.isForParameter(annotation)) {
        found.add(annotation);
      }
    }
    return found;
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
}
