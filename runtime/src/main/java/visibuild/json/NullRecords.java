package visibuild.json;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Collection;
import visibuild.DecodingException;

/** A list of records has no {@code null} among them. */
final class NullRecords {
  private NullRecords() {}

  /**
   * Refuses a list with a {@code null} in it. A list of an enum may have some: they are the values
   * that the program does not know yet.
   */
  static void refuse(Object value, JavaType type, String member) {
    if (!(value instanceof Collection<?> records) || isOfEnum(type)) {
      return;
    }
    int index = 0;
    for (Object each : records) {
      if (each == null) {
        String path = "%s[%d]".formatted(JsonPaths.inData(member), index);
        throw new DecodingException(path + " is null.", path, null, null);
      }
      index++;
    }
  }

  private static boolean isOfEnum(JavaType type) {
    return type.getContentType() != null && type.getContentType().isEnumType();
  }
}
