package visibuild.client;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Collects the names of JSON members, such as {@code contact/email}. */
final class Members {
  private Members() {}

  /** Returns the names that at least one of {@code records} has. */
  static Set<String> of(List<JsonNode> records) {
    return names(records, value -> true);
  }

  /** Returns the names to which at least one of {@code records} gives a value. */
  static Set<String> sent(List<JsonNode> records) {
    return names(records, value -> !value.isNull());
  }

  private static Set<String> names(List<JsonNode> records, Predicate<JsonNode> counts) {
    return records.stream().flatMap(record -> below("", record, counts)).collect(toSet());
  }

  private static Stream<String> below(String path, JsonNode value, Predicate<JsonNode> counts) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .flatMap(element -> below(path, element, counts));
    }
    return value.properties().stream()
        .filter(member -> counts.test(member.getValue()))
        .flatMap(
            member ->
                Stream.concat(
                    Stream.of(path + member.getKey()),
                    below(path + member.getKey() + "/", member.getValue(), counts)));
  }
}
