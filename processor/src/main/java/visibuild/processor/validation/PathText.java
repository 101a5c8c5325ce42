package visibuild.processor.validation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path as the user wrote it in an annotation, its query included. */
record PathText(String text) {
  /** Retrofit's placeholders. */
  private static final String NAME = "[a-zA-Z][a-zA-Z0-9_-]*";

  private static final Pattern WHOLE_NAME = Pattern.compile(NAME);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + NAME + ")}");

  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

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

  /** The names of the query parameters that it sets. */
  List<String> keys() {
    return query().isEmpty()
        ? List.of()
        : Arrays.stream(query().split("&", -1)).map(pair -> pair.split("=", 2)[0]).toList();
  }

  /** What looks like a placeholder before the question mark, and is none. */
  List<String> otherBraces() {
    return BRACES
        .matcher(PLACEHOLDER.matcher(path()).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** Whether a placeholder can be called {@code name}. */
  static boolean isPlaceholderName(String name) {
    return WHOLE_NAME.matcher(name).matches();
  }

  /** Why a request would not go below the path in front of this one; empty if it does. */
  Optional<String> escapesBasePath() {
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
