package visibuild.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

/**
 * A kind of record on the server: the path of a call without the ids in it.
 *
 * @param area the part of the server, such as {@code api/core/v1}
 * @param name the segments below it that are no variables, such as {@code tickets/comments}
 * @since 0.1
 */
public record Resource(String area, String name) implements Comparable<Resource> {
  private static final Comparator<Resource> ORDER =
      Comparator.comparing(Resource::area).thenComparing(Resource::name);

  /** Returns the resource that {@code method} of {@code api} reads or writes. */
  static Resource of(Descriptor api, MethodDescriptor method) {
    String path = method.path();
    String area = path.startsWith(api.path()) ? api.path() : "";
    String query = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
    String name =
        Arrays.stream(query.substring(Math.min(area.length(), query.length())).split("/", -1))
            .filter(segment -> !segment.isEmpty() && !segment.contains("{"))
            .collect(Collectors.joining("/"));
    return new Resource(
        area.endsWith("/") ? area.substring(0, area.length() - 1) : area,
        name.isEmpty() ? "/" : name);
  }

  @Override
  public int compareTo(Resource other) {
    return ORDER.compare(this, other);
  }
}
