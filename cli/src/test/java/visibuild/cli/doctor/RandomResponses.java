package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/**
 * A server that responds at random: sometimes with the expected records, sometimes with members,
 * map keys and headers of its own. It remembers every value, which no report may show.
 */
final class RandomResponses implements ApiServer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 4;

  private final Random random;
  private final Set<String> values = new HashSet<>();

  RandomResponses(long seed) {
    this.random = new Random(seed);
  }

  /** Returns the values of all responses, and the keys of all maps. */
  Set<String> values() {
    return values;
  }

  @Override
  public boolean requestsTokens() {
    return true;
  }

  @Override
  public ServerResponse requestToken(Scope scope) {
    ObjectNode body = NODES.objectNode();
    body.put("access_token", text());
    body.put("token_type", random.nextBoolean() ? "Bearer" : text());
    body.set("expires_in", random.nextBoolean() ? number() : NODES.textNode(text()));
    body.put("scope", "read");
    body.set(key(), any(0));
    return response(200, body);
  }

  @Override
  public ServerResponse get(List<String> path, Map<String, String> query) {
    int status = random.nextInt(10) == 0 ? List.of(200, 404, 418, 500).get(random.nextInt(4)) : 200;
    ReadEndpoint endpoint = endpoint(path);
    JsonNode data = record(endpoint.record(), 0);
    if (endpoint.kind() == ReadEndpoint.Kind.LIST) {
      ArrayNode list = NODES.arrayNode().add(data);
      for (int i = random.nextInt(3); i > 0; i--) {
        list.add(record(endpoint.record(), 0));
      }
      data = list;
    }
    ObjectNode body = NODES.objectNode();
    body.putObject("data").set(random.nextInt(4) == 0 ? key() : "records", data);
    if (endpoint.kind() == ReadEndpoint.Kind.LIST) {
      body.putObject("pagination").put("next", text()).put("pageSize", random.nextInt());
    }
    if (random.nextInt(3) == 0) {
      body.set(key(), any(0));
    }
    return response(status, random.nextInt(20) == 0 ? any(0) : body);
  }

  private ServerResponse response(int status, JsonNode body) {
    Headers.Builder headers =
        new Headers.Builder()
            .add("Content-Type", random.nextBoolean() ? "application/json" : "text/" + text())
            .add("X-Request-Id", text())
            .add("X-Has-Next-Page", text())
            .add("X-Per-Page", text())
            .add("X-RateLimit-" + remembered(word()), text())
            .add("X-" + remembered(word()), text());
    return new ServerResponse(status, headers.build(), body, null);
  }

  private static ReadEndpoint endpoint(List<String> path) {
    String actual = String.join("/", path);
    return Examination.ENDPOINTS.stream()
        .filter(each -> actual.matches(each.path().replaceAll("\\{[^}]+}", "[^/]+")))
        .findFirst()
        .orElseThrow();
  }

  /** Returns an object with most members of {@code type}, or something else. */
  private JsonNode record(@Nullable Class<?> type, int depth) {
    if (type == null || random.nextInt(8) == 0) {
      return any(depth);
    }
    ObjectNode json = NODES.objectNode();
    RecordCheck.components(type)
        .forEach(
            (name, component) -> {
              Class<?> nested =
                  RecordCheck.content(component.getGenericType()) instanceof Class<?> raw
                          && raw.isRecord()
                      ? raw
                      : null;
              JsonNode value =
                  nested == null || depth == MAX_DEPTH ? any(depth + 1) : record(nested, depth + 1);
              boolean isList = Collection.class.isAssignableFrom(component.getType());
              if (random.nextInt(6) > 0) {
                json.set(name, isList ? NODES.arrayNode().add(value) : value);
              }
            });
    if (random.nextInt(3) == 0) {
      json.set(dataLikeKey(), any(depth + 1));
      // A member whose name is also a value is an entry of a map.
      String name = remembered(word());
      json.put(name, name);
    }
    return json;
  }

  private JsonNode any(int depth) {
    return switch (depth >= MAX_DEPTH ? random.nextInt(4) : random.nextInt(6)) {
      case 0 -> number();
      case 1 -> NODES.numberNode(remembered(1e6 * (1 + random.nextDouble())));
      case 2 -> random.nextInt(4) == 0 ? NODES.nullNode() : NODES.booleanNode(random.nextBoolean());
      case 3 -> NODES.textNode(text());
      case 4 -> array(depth);
      default -> map(depth);
    };
  }

  private JsonNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      array.add(any(depth + 1));
    }
    return array;
  }

  private JsonNode map(int depth) {
    ObjectNode map = NODES.objectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.set(key(), any(depth + 1));
    }
    return map;
  }

  private JsonNode number() {
    return NODES.numberNode(remembered(100_000_000 + random.nextInt(800_000_000)));
  }

  private <T> T remembered(T value) {
    values.add(String.valueOf(value));
    return value;
  }

  private String text() {
    String text =
        switch (random.nextInt(7)) {
          case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
          case 1 -> word() + "@" + word() + ".test";
          case 2 -> "https://" + word() + ".test/" + word();
          case 3 ->
              "2026-03-02T09:0%d:00.%03dZ".formatted(random.nextInt(10), random.nextInt(1000));
          case 4 -> word() + " " + word();
          case 5 -> "+61 4" + (10_000_000 + random.nextInt(80_000_000));
          default -> word();
        };
    return remembered(text);
  }

  /** Returns the key of a map: the name of a person or a thing. */
  private String key() {
    String key = random.nextBoolean() ? dataLikeKey() : word();
    return remembered(key);
  }

  private String dataLikeKey() {
    String key =
        switch (random.nextInt(5)) {
          case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
          case 1 -> word() + "@" + word() + ".test";
          case 2 -> "Level " + (1000 + random.nextInt(9000)) + " / " + word();
          case 3 -> String.valueOf(100_000_000 + random.nextInt(800_000_000));
          default -> "O'" + word() + " \u001b[31m" + word();
        };
    return remembered(key);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
