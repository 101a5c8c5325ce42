package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;
import visibuild.processor.model.SourceLocation;

/**
 * Creates the locations of one interface. Members inherited from a class file have no source
 * position, so their problems are reported at the interface.
 */
final class LocationFactory {
  private final TypeElement api;
  private final Predicate<TypeElement> isInSource;

  /** Results of {@code isInSource}, since each value of each annotation needs a location. */
  private final Map<TypeElement, Boolean> asked = new HashMap<>();

  LocationFactory(TypeElement api, Predicate<TypeElement> isInSource) {
    this.api = api;
    this.isInSource = isInSource;
  }

  SourceLocation at(Element element) {
    return at(element, null, null);
  }

  SourceLocation at(
      Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
    return asked.computeIfAbsent(outermost(element), isInSource::test)
        ? new ElementLocation(element, annotation, value)
        : new ElementLocation(api, null, null);
  }

  /** At the return type of {@code method}. */
  SourceLocation atReturnType(ExecutableElement method) {
    return asked.computeIfAbsent(outermost(method), isInSource::test)
        ? new ReturnTypeLocation(method)
        : at(method);
  }

  private static TypeElement outermost(Element element) {
    Element around = element.getEnclosingElement();
    return around == null || around.getKind() == ElementKind.PACKAGE
        ? MoreElements.asType(element)
        : outermost(around);
  }
}
