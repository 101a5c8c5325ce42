package visibuild.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths of the records that lists returned. They fill the placeholders of other endpoints, so
 * that each id in a path is one that exists.
 */
final class RecordPaths {
  private static final int MAX_PARENTS = 4;

  /** Ids that are safe in a path. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.~-]{0,99}");

  /** The paths of records, by the template of the list that has them. */
  private final Map<String, List<List<String>>> byList = new HashMap<>();

  /** Keeps the ids of the records in {@code page}, which {@code path} returned. */
  void add(ReadEndpoint list, List<String> path, List<JsonNode> page) {
    List<List<String>> paths = byList.computeIfAbsent(list.path(), key -> new ArrayList<>());
    page.stream()
        .map(record -> record.path("id"))
        .filter(id -> id.isTextual() && ID.matcher(id.asText()).matches())
        .forEach(id -> paths.add(append(path, List.of(id.asText()))));
  }

  /** Returns the paths of the records in front of the last placeholder, the preferred one first. */
  List<List<String>> parentsOf(ReadEndpoint endpoint) {
    return endpoint
        .parent()
        .map(list -> byList.getOrDefault(list, List.of()))
        .map(paths -> List.copyOf(paths.subList(0, Math.min(MAX_PARENTS, paths.size()))))
        .orElse(List.of(List.of()));
  }

  /** Puts {@code parent} first, because other endpoints of it probably have records, too. */
  void prefer(List<String> parent, ReadEndpoint endpoint) {
    endpoint
        .parent()
        .map(byList::get)
        .ifPresent(
            paths -> {
              paths.remove(parent);
              paths.add(0, parent);
            });
  }

  /** Returns the path of {@code endpoint} for the record {@code parent}. */
  static List<String> path(ReadEndpoint endpoint, List<String> parent) {
    return parent.isEmpty() ? endpoint.segments() : append(parent, endpoint.segmentsBehindParent());
  }

  /** Returns the path of {@code endpoint} for {@code id}; empty if no record shows its list. */
  Optional<List<String>> pathForId(ReadEndpoint endpoint, String id) {
    String list = endpoint.parent().orElseThrow();
    return byList.getOrDefault(list, List.of()).stream()
        .findFirst()
        .map(record -> record.subList(0, record.size() - 1))
        .or(() -> list.contains("{") ? Optional.empty() : Optional.of(List.of(list.split("/"))))
        .map(base -> append(base, List.of(id)));
  }

  private static List<String> append(List<String> path, List<String> rest) {
    return Stream.concat(path.stream(), rest.stream()).toList();
  }
}
