package visibuild.cli.doctor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import visibuild.Visibuild;

/** Compares one JSON value that is no object and no array with the type of its component. */
final class ScalarCheck {
  private static final ObjectMapper MAPPER = Visibuild.newObjectMapper();

  private static final Set<Class<?>> INTEGERS =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Class<?>> NUMBERS = Set.of(double.class, Double.class);
  private static final Set<Class<?>> BOOLEANS = Set.of(boolean.class, Boolean.class);
  private static final Set<Class<?>> TEXTS = Set.of(String.class, Instant.class, LocalDate.class);

  private ScalarCheck() {}

  static boolean supports(Class<?> type) {
    return type.isEnum()
        || INTEGERS.contains(type)
        || NUMBERS.contains(type)
        || BOOLEANS.contains(type)
        || TEXTS.contains(type);
  }

  /** Adds the format of a text to {@code shape}, and each difference to {@code differences}. */
  static void compare(
      String path, JsonNode json, Class<?> type, Shape shape, Set<String> differences) {
    String expected = expected(type);
    if (!expected.equals(Shape.type(json)) && !(expected.equals("number") && json.isNumber())) {
      differences.add(RecordCheck.mistyped(path, json, expected));
    } else if (json.isTextual()) {
      text(path, json.asText(), type, shape, differences);
    }
  }

  private static String expected(Class<?> type) {
    if (INTEGERS.contains(type)) {
      return "integer";
    }
    if (NUMBERS.contains(type)) {
      return "number";
    }
    return BOOLEANS.contains(type) ? "boolean" : "string";
  }

  private static void text(
      String path, String text, Class<?> type, Shape shape, Set<String> differences) {
    if (type.isEnum()) {
      boolean isKnown = isKnown(text, type);
      shape.addFormat(path, isKnown ? TextFormat.ENUM : TextFormat.UNKNOWN_ENUM);
      if (!isKnown) {
        differences.add(path + " has a value that " + type.getSimpleName() + " does not know");
      }
      return;
    }
    String format = TextFormat.of(text);
    shape.addFormat(path, format);
    if (type == Instant.class && !format.startsWith(TextFormat.UTC)) {
      differences.add(path + " has the format " + format + "; expected a time in UTC");
    } else if (type == LocalDate.class && !format.equals(TextFormat.DATE)) {
      differences.add(path + " has the format " + format + "; expected a date");
    } else if (type == String.class && isId(path) && !format.equals(TextFormat.UUID)) {
      differences.add(path + " has the format " + format + "; expected an id in UUID layout");
    }
  }

  private static boolean isId(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    return name.equals("id") || name.endsWith("Id") || name.endsWith("Ids[]");
  }

  /** Reads the value as the runtime does: an unknown one is the default constant, or null. */
  private static boolean isKnown(String text, Class<?> type) {
    try {
      Object constant = MAPPER.readValue(MAPPER.writeValueAsString(text), type);
      return constant instanceof Enum<?> known
          && !type.getField(known.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
    } catch (JsonProcessingException | NoSuchFieldException e) {
      return false;
    }
  }
}
