package visibuild.processor.validation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path with its query, as an annotation contains it. */
record PathText(String text) {
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*|https?:.*");

  /** Segments that go up or stay; OkHttp reads {@code %2e} as a dot and {@code \} as a slash. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(?i)(.*[/\\\\])?(\\.|%2e){1,2}([/\\\\].*)?");

  /** Returns the part before the question mark. */
  String path() {
    int mark = text.indexOf('?');
    return mark < 0 ? text : text.substring(0, mark);
  }

  /** Returns the part after the question mark; empty without one. */
  String query() {
    int mark = text.indexOf('?');
    return mark < 0 ? "" : text.substring(mark + 1);
  }

  /** Returns the names of the placeholders before the question mark, in order. */
  Set<String> placeholders() {
    return placeholdersIn(path());
  }

  /** Returns the names of the placeholders after the question mark, in order. */
  Set<String> queryPlaceholders() {
    return placeholdersIn(query());
  }

  /** Returns the names of the query parameters in it. */
  List<String> keys() {
    return text.indexOf('?') < 0 || query().isEmpty()
        ? List.of()
        : Arrays.stream(query().split("&", -1)).map(pair -> pair.split("=", 2)[0]).toList();
  }

  /** Returns the braces before the question mark that are no placeholder. */
  List<String> otherBraces() {
    StringBuilder rest = new StringBuilder();
    String path = path();
    int copied = 0;
    for (int at = nextPlaceholder(path, 0); at >= 0; at = nextPlaceholder(path, copied)) {
      rest.append(path, copied, at);
      copied = path.indexOf('}', at) + 1;
    }
    rest.append(path, copied, path.length());
    return rest.indexOf("{") < 0 && rest.indexOf("}") < 0
        ? List.of()
        : BRACES.matcher(rest).results().map(MatchResult::group).toList();
  }

  /** Returns whether {@code name} is a valid name of a placeholder in Retrofit. */
  static boolean isPlaceholderName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean begins = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
      boolean continues = (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
      if (!begins && (i == 0 || !continues)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Returns the reason why a request would leave its base path; empty if it stays below. */
  Optional<String> escapesBasePath() {
    if (text.indexOf(':') >= 0 && ABSOLUTE.matcher(text).matches()) {
      return Optional.of("is a whole URL");
    }
    if (text.startsWith("/") || text.startsWith("\\")) {
      return Optional.of("begins with a slash");
    }
    boolean mayHaveDot = text.indexOf('.') >= 0 || text.indexOf('%') >= 0;
    return mayHaveDot && DOT_SEGMENT.matcher(path()).matches()
        ? Optional.of("has a segment \".\" or \"..\"")
        : Optional.empty();
  }

  /**
   * Returns this path as one below {@code base}: without scheme and host, without slashes at its
   * start, without {@code base} itself, without dot segments, and without a query that Retrofit
   * would not fill in.
   */
  String relativeTo(String base) {
    String rest = text.replace('\\', '/');
    // What looks like a host is a segment if there is no scheme and no path behind it.
    rest = rest.replaceFirst("^(?i:[a-z][a-z0-9+.-]*:)//[^/?]*|^//[^/?]+(?=/)", "");
    rest = rest.replaceFirst("^(?i:https?:)", "");
    int mark = rest.indexOf('?');
    String query = mark < 0 || rest.indexOf('{', mark) >= 0 ? "" : rest.substring(mark);
    String path =
        Arrays.stream((mark < 0 ? rest : rest.substring(0, mark)).split("/"))
            .filter(segment -> !segment.isEmpty() && !DOT_SEGMENT.matcher(segment).matches())
            .collect(Collectors.joining("/"));
    if (path.startsWith(base)) {
      path = path.substring(base.length());
    } else if (base.equals(path + "/")) {
      path = "";
    }
    return path.isEmpty() && query.isEmpty() ? "projects" : path + query;
  }

  private static Set<String> placeholdersIn(String text) {
    int start = nextPlaceholder(text, 0);
    if (start < 0) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    while (start >= 0) {
      int end = text.indexOf('}', start);
      names.add(text.substring(start + 1, end));
      start = nextPlaceholder(text, end);
    }
    return names;
  }

  /** Returns the index of the next placeholder's opening brace, or -1. */
  private static int nextPlaceholder(String text, int from) {
    int start = text.indexOf('{', from);
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        return -1;
      }
      if (isPlaceholderName(text.substring(start + 1, end))) {
        return start;
      }
      start = text.indexOf('{', start + 1);
    }
    return -1;
  }
}
