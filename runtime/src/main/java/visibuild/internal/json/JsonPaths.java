package visibuild.internal.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path of a value in a response, as in {@code $.data.visis[3].dueDate}. */
final class JsonPaths {
  /** The name of a member that the program declares. */
  private static final Pattern DECLARED = Pattern.compile("[\\w-]{1,60}");

  /**
   * A name that the server chose, and that is no token: these are longer, or have digits or
   * hyphens.
   */
  private static final Pattern FOREIGN = Pattern.compile("[A-Za-z_]{1,40}");

  private JsonPaths() {}

  static String of(String root, JsonMappingException failure) {
    String path = root;
    for (JsonMappingException.Reference step : failure.getPath()) {
      path += step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + name(step);
    }
    return path;
  }

  private static String name(JsonMappingException.Reference step) {
    String name = step.getFieldName();
    return isOfMap(step.getFrom()) ? shown(name, FOREIGN) : shown(name, DECLARED);
  }

  /** Returns whether {@code from} is a map, whose keys the server chooses. */
  private static boolean isOfMap(@Nullable Object from) {
    return from instanceof Map
        || (from instanceof Class<?> type && Map.class.isAssignableFrom(type));
  }

  /** Returns the path of a member of the envelope's data. */
  static String inData(String name) {
    return member("$.data", name);
  }

  /**
   * Returns the path of a member of the value at {@code path}, without a name that may be secret.
   */
  static String member(String path, String name) {
    return path + '.' + shown(name, FOREIGN);
  }

  private static String shown(String name, Pattern harmless) {
    return harmless.matcher(name).matches() ? name : "(a member)";
  }
}
