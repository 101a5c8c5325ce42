package visibuild.internal.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.regex.Pattern;

/** The path of a value in a response, as in {@code $.data.visis[3].dueDate}. */
final class JsonPaths {
  private static final Pattern PLAIN = Pattern.compile("[\\w-]{1,60}");

  private JsonPaths() {}

  static String of(String root, JsonMappingException failure) {
    String path = root;
    for (JsonMappingException.Reference step : failure.getPath()) {
      path =
          step.getFieldName() == null
              ? path + '[' + step.getIndex() + ']'
              : member(path, step.getFieldName());
    }
    return path;
  }

  /** A member of the envelope's data. Looked up only once something has failed. */
  static String inData(String name) {
    return member("$.data", name);
  }

  /** A member of what stands at {@code path}. A name that is no name is not repeated. */
  static String member(String path, String name) {
    return path + '.' + (PLAIN.matcher(name).matches() ? name : "(a member)");
  }
}
