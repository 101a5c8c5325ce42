package visibuild.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request's body, read member by member. Problems of members are collected, so
 * that one response names all of them.
 */
public final class JsonBody {
  private final JsonNode object;
  private final String endpoint;
  private final Strictness strictness;
  private final Set<String> known = new TreeSet<>();
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  private JsonBody(JsonNode object, String endpoint, Strictness strictness) {
    this.object = object;
    this.endpoint = endpoint;
    this.strictness = strictness;
  }

  static JsonBody of(SandboxHttpRequest request, String endpoint, Strictness strictness) {
    if (!request.hasContentType("application/json")) {
      throw HttpProblem.badRequest(
          "The body is not read: its Content-Type is not application/json.");
    }
    JsonNode object = Json.read(request.body());
    if (object == null || !object.isObject()) {
      throw HttpProblem.badRequest("The body is not a JSON object.");
    }
    strictness.checkRepetition(endpoint, request.body());
    return new JsonBody(object, endpoint, strictness);
  }

  /** Returns whether the member is present and not null. */
  public boolean has(String name) {
    return member(name) != null;
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
    JsonNode text = member(name);
    if (text == null) {
      return null;
    }
    if (!text.isTextual()) {
      error(name, "must be a string");
      return null;
    }
    return text.textValue();
  }

  /** A whole number of at least 1 that has to be there; 1 if it is not, with an error. */
  public long requiredSize(String name) {
    JsonNode number = member(name);
    if (number == null
        || !number.canConvertToExactIntegral()
        || !number.canConvertToLong()
        || number.asLong() < 1) {
      error(name, "must be a whole number of at least 1");
      return 1;
    }
    return number.asLong();
  }

  /** True or false, which has to be there; false if it is not, with an error. */
  public boolean requiredFlag(String name) {
    JsonNode flag = member(name);
    if (flag == null || !flag.isBoolean()) {
      error(name, "must be true or false");
      return false;
    }
    return flag.booleanValue();
  }

  /** Texts; none if they are not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode array = member(name);
    if (array != null) {
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

  private @Nullable JsonNode member(String name) {
    known.add(name);
    return object.hasNonNull(name) ? object.get(name) : null;
  }

  /** Records a problem of the member {@code name}. */
  public void error(String name, String problem) {
    errors.computeIfAbsent(name, key -> new ArrayList<>()).add(problem);
  }

  /**
   * Ends the reading. The members that were read until now are the documented ones.
   *
   * @throws HttpProblem with 400 if the sandbox is strict and another member is present
   * @throws HttpProblem with 422 and all errors, if there are any
   */
  public void check() {
    List<String> members = new ArrayList<>();
    object.fieldNames().forEachRemaining(members::add);
    strictness.checkMembers(endpoint, members, known);
    if (!errors.isEmpty()) {
      throw new HttpProblem(SandboxHttpResponse.invalid(errors));
    }
  }
}
