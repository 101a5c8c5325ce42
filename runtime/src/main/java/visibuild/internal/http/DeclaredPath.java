package visibuild.internal.http;

import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The path that a method declares, compared with the path of a URL.
 *
 * <p>A placeholder fits any text within one segment. One whose value is passed encoded can contain
 * slashes, so it fits one or more segments, as {@code {name...}} in a descriptor does.
 */
final class DeclaredPath {
  private final List<String> segments;
  private final Set<String> encoded;

  /**
   * Creates the path of a template.
   *
   * @param encoded the names of the placeholders whose values are passed encoded
   */
  DeclaredPath(String template, Set<String> encoded) {
    int query = template.indexOf('?');
    String path = query < 0 ? template : template.substring(0, query);
    this.segments = List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    this.encoded = encoded;
  }

  /** Returns whether {@code url} has this path. */
  boolean fits(HttpUrl url) {
    return fits(0, url.encodedPathSegments(), url.pathSegments());
  }

  /** Returns whether the segments from {@code index} on fit all of a path's remaining ones. */
  private boolean fits(int index, List<String> raw, List<String> decoded) {
    if (index == segments.size() || raw.isEmpty()) {
      return index == segments.size() && raw.isEmpty();
    }
    String segment = segments.get(index);
    int longest = spans(segment) ? raw.size() : 1;
    for (int length = 1; length <= longest; length++) {
      if (fits(segment, join(raw, length), join(decoded, length))
          && fits(index + 1, rest(raw, length), rest(decoded, length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String segment, String raw, String decoded) {
    int open = segment.indexOf('{');
    int close = segment.lastIndexOf('}');
    if (open < 0 || close < open) {
      return segment.equals(raw) || segment.equals(decoded);
    }
    return decoded.startsWith(segment.substring(0, open))
        && decoded.endsWith(segment.substring(close + 1));
  }

  private boolean spans(String segment) {
    return encoded.stream().anyMatch(name -> segment.contains("{" + name + "}"));
  }

  private static String join(List<String> path, int length) {
    return String.join("/", path.subList(0, length));
  }

  private static List<String> rest(List<String> path, int length) {
    return path.subList(length, path.size());
  }
}
