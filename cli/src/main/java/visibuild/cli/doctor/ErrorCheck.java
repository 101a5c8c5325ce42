package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Compares the response to a request for an id that does not exist. Its JSON is not documented. */
final class ErrorCheck {
  private static final Set<String> KNOWN =
      Set.of("error", "errors", "message", "error_description");
  private static final int NOT_FOUND = 404;

  private ErrorCheck() {}

  static void compare(ServerResponse response, NameMask mask, EndpointResult result) {
    if (!result.hasStatus(response, NOT_FOUND)) {
      return;
    }
    JsonNode json = response.json();
    if (json == null || !json.isObject()) {
      result.differences().add("the body is no JSON object (" + response.mediaType() + ")");
      return;
    }
    json.properties()
        .forEach(
            member -> {
              boolean isKnown = KNOWN.contains(member.getKey());
              String name = isKnown ? member.getKey() : mask.member(member.getKey());
              result.members().addAll(name, member.getValue(), mask);
              if (!isKnown) {
                result.differences().add(name + " is no known member of an error");
              }
            });
    if (KNOWN.stream().noneMatch(json::has)) {
      result.differences().add("none of error, errors, message and error_description is present");
    }
  }
}
