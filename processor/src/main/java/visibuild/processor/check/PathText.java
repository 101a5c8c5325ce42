package visibuild.processor.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path as the user wrote it in an annotation, its query included. */
record PathText(String text) {
  /** Retrofit's placeholders. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_-]*)}");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*|https?:.*");

  /** Segments that go up or stay; OkHttp reads {@code %2e} as a dot and {@code \} as a slash. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(?i)(.*[/\\\\])?(\\.|%2e){1,2}([/\\\\].*)?");

  /** What is before the question mark. */
  String path() {
    int mark = text.indexOf('?');
    return mark < 0 ? text : text.substring(0, mark);
  }

  /** What is after the question mark; empty without one. */
  String query() {
    int mark = text.indexOf('?');
    return mark < 0 ? "" : text.substring(mark + 1);
  }

  /** The names of the placeholders before the question mark, in order. */
  Set<String> placeholders() {
    return placeholdersIn(path());
  }

  /** The names of the placeholders after the question mark, in order. */
  Set<String> queryPlaceholders() {
    return placeholdersIn(query());
  }

  /** Why a request would not go below the path in front of this one; empty if it does. */
  Optional<String> wayOut() {
    if (ABSOLUTE.matcher(text).matches()) {
      return Optional.of("is a whole URL");
    }
    if (text.startsWith("/") || text.startsWith("\\")) {
      return Optional.of("begins with a slash");
    }
    return DOT_SEGMENT.matcher(path()).matches()
        ? Optional.of("has a segment \".\" or \"..\"")
        : Optional.empty();
  }

  private static Set<String> placeholdersIn(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
