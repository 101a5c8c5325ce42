package visibuild.json;

import com.fasterxml.jackson.databind.JsonMappingException;

/** The place of a value in an answer, as in {@code $.data.visis[3].dueDate}. */
final class JsonPaths {
  private JsonPaths() {}

  static String of(String root, JsonMappingException failure) {
    StringBuilder path = new StringBuilder(root);
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append('.').append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
