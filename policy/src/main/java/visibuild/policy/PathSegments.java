package visibuild.policy;

import java.util.ArrayList;
import java.util.List;

/** The segments of a path, as a server sees them: without empty ones, {@code .} and {@code ..}. */
final class PathSegments {
  private PathSegments() {}

  static List<String> of(String path) {
    int query = path.indexOf('?');
    List<String> segments = new ArrayList<>();
    for (String segment : (query < 0 ? path : path.substring(0, query)).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    return segments;
  }
}
