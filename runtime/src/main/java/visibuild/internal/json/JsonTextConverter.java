package visibuild.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Converts a value for a path, query, field or header to the text that the mapper writes for it in
 * JSON, without quotes. A server that reads both then sees one spelling.
 */
final class JsonTextConverter implements Converter<Object, String> {
  private final ObjectMapper mapper;

  JsonTextConverter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Returns whether values of {@code type} have one text in JSON: enums, numbers, times, UUIDs. */
  static boolean supports(Type type) {
    Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    if (!(raw instanceof Class<?> c)) {
      return false;
    }
    return Enum.class.isAssignableFrom(c)
        || Number.class.isAssignableFrom(c)
        || (c.isPrimitive() && c != boolean.class && c != char.class)
        || c == UUID.class
        || c.getPackageName().equals("java.time");
  }

  /**
   * Returns the text of {@code value}; null if the mapper writes {@code null}.
   *
   * @throws IllegalArgumentException if the mapper writes an object or an array, or fails
   */
  @Override
  public @Nullable String convert(Object value) {
    try {
      String json = mapper.writeValueAsString(value).strip();
      return switch (json.charAt(0)) {
        case '"' -> mapper.readValue(json, String.class);
        case '{', '[' ->
            throw new IllegalArgumentException(
                "The mapper writes %s as an object or array, which has no text in a URL or header. Pass a String."
                    .formatted(value.getClass().getName()));
        default -> json.equals("null") ? null : json;
      };
    } catch (JsonProcessingException failed) {
      throw new IllegalArgumentException(
          "The mapper cannot write %s as text for a URL or header. Pass a String."
              .formatted(value.getClass().getName()),
          failed);
    }
  }
}
