package visibuild.json;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a component holds many of: the elements of a list or an array, the values of a map. */
final class Elements {
  private Elements() {}

  /** Whether {@code null} may be among them, or there are none. */
  static boolean mayBeNull(RecordComponent component) {
    @Nullable AnnotatedType element = type(component.getAnnotatedType(), component.getType());
    return element == null || mayBeNull(element);
  }

  private static @Nullable AnnotatedType type(AnnotatedType whole, Class<?> raw) {
    if (whole instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    boolean isOfMany = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
    if (!isOfMany || !(whole instanceof AnnotatedParameterizedType parameterized)) {
      return null;
    }
    AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static boolean mayBeNull(AnnotatedType element) {
    if (element instanceof AnnotatedWildcardType wildcard) {
      return mayBeNull(wildcard.getAnnotatedUpperBounds()[0]);
    }
    // An enum's is the value that the program does not know yet.
    return element instanceof AnnotatedTypeVariable
        || Nullness.isNullable(element)
        || (element.getType() instanceof Class<?> type && (type.isEnum() || type.isPrimitive()));
  }
}
