package visibuild.internal.json;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The end of the message for a type that does not fit the JSON, and the type to declare. */
final class TypeAdvice {
  private static final Map<Class<?>, String> OPTIONALS =
      Map.of(
          OptionalInt.class, "a @Nullable Integer",
          OptionalLong.class, "a @Nullable Long",
          OptionalDouble.class, "a @Nullable Double",
          Optional.class, "its own type with @Nullable");

  private static final Map<Class<?>, String> TIMES =
      Map.of(
          LocalDate.class, "; a date with a time of the day fits Instant",
          LocalDateTime.class, "; a time that ends with Z fits Instant");

  private TypeAdvice() {}

  /** Returns the type that may fit a value that is no {@code type}; empty if none is known. */
  static String forValue(Class<?> type) {
    return TIMES.getOrDefault(type, "");
  }

  /** Returns what to do about {@code type}, such as "; declare it as a @Nullable Integer". */
  static String of(Class<?> type) {
    @Nullable String instead = OPTIONALS.get(type);
    if (instead != null) {
      return "; declare it as "
          + instead
          + ", or pass an ObjectMapper with Jackson's Jdk8Module to objectMapper(...)";
    }
    // The packages of the JDK cannot be opened by a program.
    if (isOfJdk(type)) {
      return "; declare another type, or pass an ObjectMapper with a module for it to"
          + " objectMapper(...)";
    }
    String opens = ModuleOpens.hint(type);
    return opens.isEmpty()
        ? "; give it a constructor or @JsonCreator method that Jackson can call, or declare another"
            + " type"
        : opens;
  }

  /** Returns whether {@code type} belongs to the JDK. */
  static boolean isOfJdk(Class<?> type) {
    String module = String.valueOf(type.getModule().getName());
    return module.startsWith("java.") || module.startsWith("jdk.");
  }
}
