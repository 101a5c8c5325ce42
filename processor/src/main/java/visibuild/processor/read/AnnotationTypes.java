package visibuild.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.Visibility;
import com.palantir.javapoet.ClassName;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/** Reads what annotation types say of themselves, once for each in a round: they are few. */
final class AnnotationTypes {
  private final Map<TypeElement, Known> read = new HashMap<>();

  /**
   * An annotation type.
   *
   * @param keptAtRunTime whether its uses are there at run time
   */
  record Known(TypeElement element, ClassName name, boolean keptAtRunTime, Visibility visibility) {
    static Known of(TypeElement element) {
      Retention retention = element.getAnnotation(Retention.class);
      return new Known(
          element,
          ClassName.get(element),
          retention != null && retention.value() == RetentionPolicy.RUNTIME,
          Visibility.effectiveVisibilityOfElement(element));
    }
  }

  Known of(AnnotationMirror annotation) {
    TypeElement element = MoreElements.asType(annotation.getAnnotationType().asElement());
    Known known = read.get(element);
    if (known == null) {
      known = Known.of(element);
      read.put(element, known);
    }
    return known;
  }
}
