package visibuild.internal.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSpecify's annotations of a program. They are found by name, since the classes may be
 * absent at run time.
 */
final class NullAnnotations {
  private NullAnnotations() {}

  /** Returns whether a component has an annotation named {@code @Nullable}, of any package. */
  static boolean isNullable(RecordComponent component) {
    return isNullable(component.getAnnotatedType()) || has(component, "Nullable");
  }

  /** Returns whether a use of a type has an annotation named {@code @Nullable}, of any package. */
  static boolean isNullable(AnnotatedType type) {
    return has(type, "Nullable");
  }

  /** Returns whether unannotated components of {@code type} are non-null. */
  static boolean isMarked(Class<?> type) {
    for (@Nullable Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (has(each, "NullMarked")) {
        return true;
      }
      if (has(each, "NullUnmarked")) {
        return false;
      }
    }
    return has(type.getPackage(), "NullMarked")
        || (has(type.getModule(), "NullMarked") && !has(type.getPackage(), "NullUnmarked"));
  }

  private static boolean has(@Nullable AnnotatedElement element, String simpleName) {
    if (element == null) {
      return false;
    }
    for (Annotation annotation : element.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals(simpleName)) {
        return true;
      }
    }
    return false;
  }
}
