package visibuild.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import visibuild.processor.element.MoreElements;
import visibuild.processor.element.Visibility;

/** Reads what annotation types say of themselves, once for each in a round: they are few. */
final class AnnotationTypes {
  private static final String RETENTION = "java.lang.annotation.Retention";

  private final Map<TypeElement, Known> read = new HashMap<>();

  /**
   * An annotation type.
   *
   * @param keptAtRunTime whether its uses are there at run time
   * @param defaults the members with a default value
   */
  record Known(
      TypeElement element,
      ClassName name,
      boolean keptAtRunTime,
      Visibility visibility,
      List<Map.Entry<ExecutableElement, AnnotationValue>> defaults) {
    static Known of(TypeElement element) {
      return new Known(
          element,
          ClassName.get(element),
          isKeptAtRunTime(element),
          Visibility.effectiveVisibilityOfElement(element),
          defaultsOf(element));
    }

    private static List<Map.Entry<ExecutableElement, AnnotationValue>> defaultsOf(
        TypeElement element) {
      List<Map.Entry<ExecutableElement, AnnotationValue>> defaults = new ArrayList<>();
      for (ExecutableElement member : MoreElements.methodsIn(element)) {
        AnnotationValue value = member.getDefaultValue();
        if (value != null) {
          defaults.add(Map.entry(member, value));
        }
      }
      return defaults;
    }

    /** From the mirror: the compiler would make a proxy class to return the annotation itself. */
    private static boolean isKeptAtRunTime(TypeElement element) {
      AnnotationMirror retention = MoreElements.annotation(element, RETENTION);
      if (retention == null) {
        return false;
      }
      for (AnnotationValue policy : retention.getElementValues().values()) {
        if (policy.getValue() instanceof VariableElement constant
            && constant.getSimpleName().contentEquals("RUNTIME")) {
          return true;
        }
      }
      return false;
    }
  }

  Known of(AnnotationMirror annotation) {
    TypeElement element = MoreElements.typeOf(annotation);
    Known known = read.get(element);
    if (known == null) {
      known = Known.of(element);
      read.put(element, known);
    }
    return known;
  }
}
