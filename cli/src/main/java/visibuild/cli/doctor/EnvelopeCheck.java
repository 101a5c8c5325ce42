package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import visibuild.cli.doctor.ReadEndpoint.Kind;

/** Compares a response with Visibuild's envelope, and takes the records out of it. */
final class EnvelopeCheck {
  private static final Set<String> OF_LIST = Set.of("data", "pagination");
  private static final Set<String> OF_RECORD = Set.of("data");

  private EnvelopeCheck() {}

  /** Returns the records; empty if the response is no envelope of this kind. */
  static List<JsonNode> records(
      ServerResponse response, Kind kind, NameMask mask, EndpointResult result) {
    JsonNode json = response.json();
    if (json == null || !json.isObject()) {
      result.differences().add("the body is no JSON object (" + response.mediaType() + ")");
      return List.of();
    }
    Set<String> known = kind == Kind.LIST ? OF_LIST : OF_RECORD;
    json.properties().stream()
        .filter(member -> !known.contains(member.getKey()))
        .forEach(
            member -> {
              String name = mask.member(member.getKey());
              result.differences().add(name + " is no known member of the envelope");
              result.envelope().addAll(name, member.getValue(), mask);
            });
    return records(json.path("data"), kind, mask, result);
  }

  private static List<JsonNode> records(
      JsonNode data, Kind kind, NameMask mask, EndpointResult result) {
    result.envelope().add("data", data);
    if (!data.isObject()) {
      result.differences().add(RecordCheck.mistyped("data", data, "an object"));
      return List.of();
    }
    data.properties()
        .forEach(
            member ->
                result.envelope().add("data." + mask.member(member.getKey()), member.getValue()));
    if (data.size() != 1) {
      result
          .differences()
          .add("data has " + (data.isEmpty() ? "no member" : "several members") + "; expected one");
      return List.of();
    }
    JsonNode value = data.elements().next();
    if (kind == Kind.SINGLE) {
      return List.of(value);
    }
    if (!value.isArray()) {
      result.differences().add(RecordCheck.mistyped("the member of data", value, "an array"));
      return List.of();
    }
    List<JsonNode> records = new ArrayList<>();
    value.forEach(records::add);
    return records;
  }
}
