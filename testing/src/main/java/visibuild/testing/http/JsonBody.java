package visibuild.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request's body, read member by member. Problems of members are collected, so
 * that one response names all of them.
 */
public final class JsonBody {
  private final JsonNode object;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  static JsonBody of(SandboxHttpRequest request) {
    if (!request.hasContentType("application/json")) {
      throw HttpProblem.badRequest(
          "The body is not read: its Content-Type is not application/json.");
    }
    JsonNode object = Json.read(request.body());
    if (object == null || !object.isObject()) {
      throw HttpProblem.badRequest("The body is not a JSON object.");
    }
    return new JsonBody(object);
  }

  /** Returns whether the member is present and not null. */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A text that has to be there; "" if it is not, with an error. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      if (!errors.containsKey(name)) {
        error(name, "can't be blank");
      }
      return "";
    }
    return text;
  }

  /** A text, or null if it is not there. */
  public @Nullable String text(String name) {
    if (!has(name)) {
      return null;
    }
    if (!object.get(name).isTextual()) {
      error(name, "must be a string");
      return null;
    }
    return object.get(name).textValue();
  }

  /** A whole number of at least 1 that has to be there; 1 if it is not, with an error. */
  public long requiredSize(String name) {
    JsonNode number = object.path(name);
    if (!number.canConvertToExactIntegral() || !number.canConvertToLong() || number.asLong() < 1) {
      error(name, "must be a whole number of at least 1");
      return 1;
    }
    return number.asLong();
  }

  /** True or false, which has to be there; false if it is not, with an error. */
  public boolean requiredFlag(String name) {
    if (!object.path(name).isBoolean()) {
      error(name, "must be true or false");
    }
    return object.path(name).asBoolean();
  }

  /** Texts; none if they are not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    if (has(name)) {
      JsonNode array = object.get(name);
      if (!array.isArray()) {
        error(name, "must be an array of strings");
        return List.of();
      }
      for (JsonNode element : array) {
        if (!element.isTextual()) {
          error(name, "must be an array of strings");
          return List.of();
        }
        texts.add(element.textValue());
      }
    }
    return List.copyOf(texts);
  }

  /** Records a problem of the member {@code name}. */
  public void error(String name, String problem) {
    errors.computeIfAbsent(name, key -> new ArrayList<>()).add(problem);
  }

  /**
   * Ends the reading.
   *
   * @throws HttpProblem with 422 and all errors, if there are any
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new HttpProblem(SandboxHttpResponse.invalid(errors));
    }
  }
}
