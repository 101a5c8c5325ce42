package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the shapes of a server, recorded with {@code --record}, with those of the sandbox. */
final class RecordedShapes {
  private final List<String> differences = new ArrayList<>();

  private RecordedShapes() {}

  /** Returns a line for each difference. A request that was not recorded is left out. */
  static List<String> differences(JsonNode recorded, JsonNode sandbox) {
    RecordedShapes shapes = new RecordedShapes();
    for (String kind : List.of("tokens", "endpoints")) {
      for (JsonNode request : recorded.get(kind)) {
        if (!request.has("notChecked")) {
          shapes.compare(request, find(sandbox.get(kind), request.get("request").asText()));
        }
      }
    }
    return shapes.differences;
  }

  private void compare(JsonNode recorded, @Nullable JsonNode sandbox) {
    String request = recorded.get("request").asText();
    if (sandbox == null || !sandbox.has("status")) {
      differences.add(request + ": not sent to the sandbox");
      return;
    }
    for (String fact : List.of("status", "contentType")) {
      if (!recorded.get(fact).equals(sandbox.get(fact))) {
        differences.add(request + ": " + fact);
      }
    }
    compareHeaders(request, texts(recorded.get("headers")), texts(sandbox.get("headers")));
    compareMembers(request, recorded.get("envelope"), sandbox.get("envelope"));
    compareMembers(request, recorded.get("members"), sandbox.get("members"));
  }

  private void compareHeaders(String request, Set<String> recorded, Set<String> sandbox) {
    Set<String> paging = Set.of("x-has-next-page", "x-per-page", "x-request-id");
    paging.stream()
        .filter(name -> recorded.contains(name) != sandbox.contains(name))
        .forEach(name -> differences.add(request + ": header " + name));
  }

  private void compareMembers(String request, JsonNode recorded, JsonNode sandbox) {
    Set<String> paths = new TreeSet<>();
    recorded.fieldNames().forEachRemaining(paths::add);
    sandbox.fieldNames().forEachRemaining(paths::add);
    for (String path : paths) {
      if (!recorded.has(path) || !sandbox.has(path)) {
        if (hasParent(path, recorded) && hasParent(path, sandbox)) {
          differences.add(request + ": " + path + " is only on one side");
        }
      } else {
        compareTypes(request + ": " + path, recorded.get(path), sandbox.get(path));
      }
    }
  }

  /** Types and formats agree if one side has no value to tell them from. */
  private void compareTypes(String place, JsonNode recorded, JsonNode sandbox) {
    for (String fact : List.of("types", "formats")) {
      Set<String> one = facts(recorded, fact);
      Set<String> other = facts(sandbox, fact);
      if (!one.isEmpty() && !other.isEmpty() && one.stream().noneMatch(other::contains)) {
        differences.add(place + ": " + fact + " " + one + " and " + other);
      }
    }
  }

  /** Returns whether {@code shape} has the object that a member would be in. */
  private static boolean hasParent(String path, JsonNode shape) {
    int dot = path.lastIndexOf('.');
    String parent = dot < 0 ? Shape.ROOT : path.substring(0, dot);
    return dot < 0 || shape.path(parent).path("types").asText().contains("object");
  }

  private static Set<String> facts(JsonNode member, String name) {
    Set<String> facts = new TreeSet<>(List.of(member.path(name).asText().split("\\|")));
    facts.removeAll(Set.of("", "null", TextFormat.EMPTY));
    return facts;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static @Nullable JsonNode find(JsonNode requests, String name) {
    for (JsonNode request : requests) {
      if (request.get("request").asText().equals(name)) {
        return request;
      }
    }
    return null;
  }
}
