package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import visibuild.processor.model.AnnotationModel;
import visibuild.processor.model.AnnotationValueModel;
import visibuild.processor.model.CarriedAnnotations;

/** Reads the annotations to repeat with a declaration. */
final class CarriedAnnotationsReader {
  static final ClassName DEPRECATED = ClassName.get(Deprecated.class);

  private static final ClassName SUPPRESS_WARNINGS = ClassName.get(SuppressWarnings.class);

  /**
   * The javac warnings that a signature can cause; all others concern code that is not repeated.
   */
  private static final Set<String> OF_SIGNATURES =
      Set.of("deprecation", "removal", "rawtypes", "unchecked", "overloads");

  private final AnnotationReader annotations;

  CarriedAnnotationsReader(AnnotationReader annotations) {
    this.annotations = annotations;
  }

  /** Reads the annotations of {@code element} itself. */
  CarriedAnnotations read(Element element) {
    Optional<AnnotationModel> deprecated = annotations.find(element, DEPRECATED);
    return new CarriedAnnotations(
        deprecated.map(AnnotationModel::source),
        deprecated.isPresent() && deprecated.get().flag("forRemoval"),
        suppressedOn(element));
  }

  /** Reads the annotations of {@code element}, and the deprecation of its enclosing elements. */
  CarriedAnnotations readWithEnclosing(Element element) {
    CarriedAnnotations own = read(element);
    Element around = element.getEnclosingElement();
    return own.deprecated().isPresent() || around == null || around.getKind() == ElementKind.PACKAGE
        ? own
        : readWithEnclosing(around);
  }

  private List<String> suppressedOn(Element element) {
    return annotations.find(element, SUPPRESS_WARNINGS).stream()
        .flatMap(annotation -> annotation.elements("value").stream())
        .map(AnnotationValueModel::text)
        .filter(OF_SIGNATURES::contains)
        .toList();
  }
}
