package visibuild.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Converts a value for a path, query, field or header to the text that the mapper writes for it in
 * JSON, without quotes. A server that reads both then sees one spelling.
 */
final class JsonTextConverter implements Converter<Object, String> {
  /** Types with a text that equals their JSON. */
  private static final Set<Class<?>> TEXTS =
      Set.of(String.class, Boolean.class, Character.class, boolean.class, char.class);

  /** The packages of Java's types, and those of the classes behind its interfaces. */
  private static final Pattern OF_JAVA = Pattern.compile("^(java|sun|jdk)\\.");

  private final Map<Class<?>, Boolean> hasJsonText = new ConcurrentHashMap<>();
  private final ObjectMapper mapper;

  JsonTextConverter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * Returns a converter for values of {@code type}; null if their own text is right. Those are
   * texts, and classes of other libraries and of the program without {@code @JsonValue}.
   *
   * @param annotations those of the parameter, of which {@code @JsonFormat} determines the text
   */
  static @Nullable JsonTextConverter of(ObjectMapper mapper, Type type, Annotation[] annotations) {
    Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
    if (!(raw instanceof Class<?> c) || !hasJsonText(c, mapper)) {
      return null;
    }
    for (Annotation annotation : annotations) {
      if (annotation instanceof JsonFormat format) {
        ObjectMapper formatting = mapper.copy();
        formatting.configOverride(c).setFormat(JsonFormat.Value.from(format));
        return new JsonTextConverter(formatting);
      }
    }
    return new JsonTextConverter(mapper);
  }

  /**
   * Returns whether the text in JSON is sent. An {@code Object} may hold a value of any Java type.
   */
  private static boolean hasJsonText(Class<?> type, ObjectMapper mapper) {
    if (TEXTS.contains(type)) {
      return false;
    }
    return type.isPrimitive()
        || type.isArray()
        || Enum.class.isAssignableFrom(type)
        || Number.class.isAssignableFrom(type)
        || OF_JAVA.matcher(type.getPackageName()).find()
        || mapper
                .getSerializationConfig()
                .introspect(mapper.constructType(type))
                .findJsonValueAccessor()
            != null;
  }

  /**
   * Returns the text of {@code value}; null if the mapper writes {@code null}.
   *
   * @throws IllegalArgumentException if the mapper writes an object or an array, or fails
   */
  @Override
  public @Nullable String convert(Object value) {
    if (!hasJsonText.computeIfAbsent(value.getClass(), type -> hasJsonText(type, mapper))) {
      return value.toString();
    }
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
