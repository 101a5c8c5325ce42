package visibuild.internal.json;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a program says of null, with JSpecify's annotations. They are looked for by name: at run
 * time they need not be there.
 */
final class NullAnnotations {
  private NullAnnotations() {}

  /** Whether a component is marked {@code @Nullable}, whoever's annotation it is. */
  static boolean isNullable(RecordComponent component) {
    return isNullable(component.getAnnotatedType()) || has(component, "Nullable");
  }

  /** The same for a use of a type. */
  static boolean isNullable(AnnotatedType type) {
    return has(type, "Nullable");
  }

  /** Whether what is not marked in {@code type} cannot be null. */
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
    return element != null
        && Arrays.stream(element.getAnnotations())
            .map(Annotation::annotationType)
            .anyMatch(type -> type.getSimpleName().equals(simpleName));
  }
}
