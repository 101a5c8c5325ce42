package visibuild.sample.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a server's JSON says and a record made from it says otherwise. Members that the record does
 * not have do not count: servers may send more than a program asks for.
 */
final class LostFields {
  private LostFields() {}

  /** The paths of the members of {@code read} that have other values in {@code sent}. */
  static List<String> of(JsonNode read, JsonNode sent) {
    return lost("", read, sent).toList();
  }

  private static Stream<String> lost(String path, JsonNode read, JsonNode sent) {
    if (sent.isObject()) {
      return sent.properties().stream()
          .filter(field -> read.has(field.getKey()))
          .flatMap(
              field ->
                  lost(path + "/" + field.getKey(), read.get(field.getKey()), field.getValue()));
    }
    if (sent.isArray() && sent.size() == read.size()) {
      return IntStream.range(0, sent.size())
          .boxed()
          .flatMap(i -> lost(path + "/" + i, read.get(i), sent.get(i)));
    }
    boolean isKept = sent.isNull() || (!sent.isArray() && text(sent).equals(text(read)));
    return isKept ? Stream.empty() : Stream.of(path + ": " + sent + " was read as " + read);
  }

  /** A moment may be written with or without a fraction of zero. */
  private static String text(JsonNode value) {
    return value.asText().replaceFirst("\\.000Z$", "Z");
  }
}
