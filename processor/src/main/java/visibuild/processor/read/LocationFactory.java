package visibuild.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;
import visibuild.processor.element.MoreElements;
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
    return isInSource(element)
        ? new ElementLocation(written(element), annotation, value)
        : new ElementLocation(api, null, null);
  }

  /** Returns the field of a record component: javac knows no position of the component itself. */
  private static Element written(Element element) {
    if (element.getKind() == ElementKind.RECORD_COMPONENT) {
      for (VariableElement field :
          MoreElements.fieldsIn(MoreElements.asType(element.getEnclosingElement()))) {
        if (field.getSimpleName().equals(element.getSimpleName())) {
          return field;
        }
      }
    }
    return element;
  }

  /** At the return type of {@code method}. */
  SourceLocation atReturnType(ExecutableElement method) {
    return isInSource(method) ? new ReturnTypeLocation(method) : at(method);
  }

  /** Returns whether {@code element} is compiled from source. */
  boolean isInSource(Element element) {
    TypeElement outermost = outermost(element);
    Boolean known = asked.get(outermost);
    if (known == null) {
      known = isInSource.test(outermost);
      asked.put(outermost, known);
    }
    return known;
  }

  private static TypeElement outermost(Element element) {
    Element around = element.getEnclosingElement();
    return around == null || around.getKind() == ElementKind.PACKAGE
        ? MoreElements.asType(element)
        : outermost(around);
  }
}
