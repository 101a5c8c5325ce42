package visibuild.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds values of a server's JSON that a record decoded from it does not have. Members without a
 * component in the record are ignored.
 */
final class LostFields {
  private LostFields() {}

  /** Returns the paths of members whose value in {@code read} differs from that in {@code sent}. */
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

  /** Returns the text of a value; a time is the same with and without a fraction of zero. */
  private static String text(JsonNode value) {
    return value.asText().replaceFirst("\\.000Z$", "Z");
  }
}
