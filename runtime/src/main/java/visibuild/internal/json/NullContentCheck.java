package visibuild.internal.json;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import visibuild.DecodingException;

/**
 * Refuses {@code null} in a response that is a list, an array or a map, at each depth. Retrofit
 * passes the return type without its annotations, so null cannot be permitted there. Enums are
 * exempt, since unknown values are read as null, and so is {@link Object}. Records have their own
 * rules.
 */
final class NullContentCheck {
  private NullContentCheck() {}

  /** Refuses {@code value}, a {@code type}, if there is a {@code null} in it. */
  static void refuse(Object value, JavaType type, String member) {
    @Nullable String place = find(value, type);
    if (place != null) {
      String path = JsonPaths.inData(member) + place;
      throw new DecodingException(path + " is null.", path, null, null);
    }
  }

  /** Returns the path of the first null in {@code value}; {@code null} if there is none. */
  private static @Nullable String find(Object value, JavaType type) {
    @Nullable JavaType element = type.isContainerType() ? type.getContentType() : null;
    if (element == null || !(element.isContainerType() || isNeverNull(element))) {
      return null;
    }
    if (value instanceof Map<?, ?> entries) {
      return inMap(entries, element);
    }
    return value instanceof Object[] array
        ? inList(Arrays.asList(array), element)
        : inList(value instanceof Collection<?> elements ? elements : List.of(), element);
  }

  private static @Nullable String inList(Collection<?> elements, JavaType type) {
    int index = 0;
    for (Object each : elements) {
      @Nullable String place = each == null ? here(type) : find(each, type);
      if (place != null) {
        return "[" + index + "]" + place;
      }
      index++;
    }
    return null;
  }

  private static @Nullable String inMap(Map<?, ?> entries, JavaType type) {
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      Object each = entry.getValue();
      @Nullable String place = each == null ? here(type) : find(each, type);
      if (place != null) {
        return JsonPaths.member("", String.valueOf(entry.getKey())) + place;
      }
    }
    return null;
  }

  private static @Nullable String here(JavaType type) {
    return isNeverNull(type) ? "" : null;
  }

  private static boolean isNeverNull(JavaType type) {
    return !type.isEnumType() && !type.isJavaLangObject();
  }
}
