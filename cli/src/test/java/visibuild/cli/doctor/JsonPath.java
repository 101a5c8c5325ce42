package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Changes values at a path of a {@link Shape}, such as {@code visis[].dueDate}. */
final class JsonPath {
  private JsonPath() {}

  /** Passes each object that has the last member of {@code path} to {@code edit}. */
  static void edit(JsonNode json, String path, BiConsumer<ObjectNode, String> edit) {
    if (json instanceof ArrayNode elements) {
      elements.forEach(element -> edit(element, path, edit));
      return;
    }
    int dot = path.indexOf('.');
    String name = (dot < 0 ? path : path.substring(0, dot)).replace("[]", "");
    if (!(json instanceof ObjectNode object) || !object.has(name)) {
      return;
    }
    if (dot < 0) {
      edit.accept(object, name);
    } else {
      edit(object.get(name), path.substring(dot + 1), edit);
    }
  }

  /** Replaces each value at {@code path} that is not null. */
  static void replace(JsonNode json, String path, UnaryOperator<JsonNode> replacement) {
    edit(
        json,
        path,
        (object, name) -> {
          JsonNode value = object.get(name);
          if (path.endsWith("[]") && value instanceof ArrayNode elements) {
            for (int i = 0; i < elements.size(); i++) {
              elements.set(i, replacement.apply(elements.get(i)));
            }
          } else if (!value.isNull()) {
            object.set(name, replacement.apply(value));
          }
        });
  }
}
