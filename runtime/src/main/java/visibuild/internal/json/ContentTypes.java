package visibuild.internal.json;

import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content type of a container: the elements of a list or an array, the values of a map. */
final class ContentTypes {
  private ContentTypes() {}

  /**
   * Returns the type of the content of {@code whole}; null if there is none, or it is not stated.
   */
  static @Nullable AnnotatedType of(AnnotatedType whole) {
    if (whole instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    if (whole instanceof AnnotatedWildcardType wildcard) {
      return of(wildcard.getAnnotatedUpperBounds()[0]);
    }
    if (!(whole instanceof AnnotatedParameterizedType parameterized) || !isOfMany(parameterized)) {
      return null;
    }
    AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private static boolean isOfMany(AnnotatedParameterizedType whole) {
    return ((ParameterizedType) whole.getType()).getRawType() instanceof Class<?> raw
        && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
  }

  /** Returns the handling of {@code null} in the content of {@code whole}. */
  static Nulls nulls(AnnotatedType whole) {
    @Nullable AnnotatedType element = of(whole);
    return element == null || mayBeNull(element) ? Nulls.DEFAULT : Nulls.FAIL;
  }

  private static boolean mayBeNull(AnnotatedType element) {
    if (element instanceof AnnotatedWildcardType wildcard) {
      return mayBeNull(wildcard.getAnnotatedUpperBounds()[0]);
    }
    // An enum's is the value that the program does not know yet.
    return element instanceof AnnotatedTypeVariable
        || NullAnnotations.isNullable(element)
        || (element.getType() instanceof Class<?> type && type.isEnum());
  }
}
