package visibuild.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some paths below the origin, as a policy names them: {@code api/core/v1/webhooks/**}, or with a
 * verb in front, {@code DELETE api/core/v1/**}. {@code *} is one segment, {@code **} any number of
 * them. A variable of a path template can hold any text, so {@code tickets/{id}} is covered by
 * {@code tickets/archive}: the call may go there. A template's {@code {name...}} and {@code **} are
 * any number of segments. A path is read as it can arrive: {@code web\hooks} as {@code web/hooks},
 * {@code %77ebhooks} and {@code webhooks#x} as {@code webhooks}.
 *
 * @param text the pattern as it was written
 * @param written where it was written
 * @since 0.1
 */
public record PathPattern(String text, SourcePosition written) {
  private static final Pattern FORM = Pattern.compile("((?<verb>[A-Z]+) +)?/?(?<path>[^\\s?#]+)");
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
  private static final String ANY = "*";
  private static final String ANY_NUMBER = "**";

  /** Returns the problem of {@code text} as a pattern; empty if it is valid. */
  static Optional<String> mistakeIn(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.of(
          "\"%s\" is no path; write api/core/v1/webhooks/** or DELETE api/core/v1/**"
              .formatted(text));
    }
    String path = matcher.group("path");
    if (VERBS.contains(path)) {
      return Optional.of("\"%s\" names a verb and no path; write %s **".formatted(text, path));
    }
    String verb = matcher.group("verb");
    if (verb != null && !VERBS.contains(verb)) {
      return Optional.of(
          "\"%s\" begins with no verb of Visibuild's; write GET, POST, PUT, PATCH or DELETE, or the path alone, which counts for every verb"
              .formatted(text));
    }
    return PathSegments.of(path).stream()
        .filter(segment -> segment.contains("*"))
        .filter(segment -> !segment.equals(ANY) && !segment.equals(ANY_NUMBER))
        .findFirst()
        .map(
            segment ->
                "\"%s\" has a * within the segment \"%s\"; * and ** stand for whole segments"
                    .formatted(text, segment));
  }

  /** Whether a call of {@code method} may go to one of these paths. */
  public boolean covers(MethodDescriptor method) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    String verb = matcher.group("verb");
    List<String> pattern = PathSegments.of(matcher.group("path"));
    return (verb == null || verb.equals(method.verb()))
        && (meet(pattern, PathSegments.of(method.path()))
            || meet(pattern, PathSegments.withSlashesInside(method.path())));
  }

  /**
   * Returns whether some path matches both. Dynamic programming over both lengths; time is their
   * product.
   */
  private static boolean meet(List<String> pattern, List<String> template) {
    boolean[][] meets = new boolean[pattern.size() + 1][template.size() + 1];
    for (int p = pattern.size(); p >= 0; p--) {
      for (int t = template.size(); t >= 0; t--) {
        boolean moreOfPattern = p < pattern.size();
        boolean moreOfTemplate = t < template.size();
        boolean nextOfPattern = moreOfPattern && meets[p + 1][t];
        boolean nextOfTemplate = moreOfTemplate && meets[p][t + 1];
        boolean oneIsOpen =
            (moreOfPattern && pattern.get(p).equals(ANY_NUMBER))
                || (moreOfTemplate && isOpen(template.get(t)));
        meets[p][t] =
            (!moreOfPattern && !moreOfTemplate)
                || (oneIsOpen && (nextOfPattern || nextOfTemplate))
                || (moreOfPattern
                    && moreOfTemplate
                    && meets[p + 1][t + 1]
                    && fits(pattern.get(p), template.get(t)));
      }
    }
    return meets[0][0];
  }

  /**
   * Returns whether the value of a template's segment may contain slashes, and so stand for several
   * segments.
   */
  private static boolean isOpen(String segment) {
    return segment.equals(ANY_NUMBER) || segment.contains("...}");
  }

  /** Servers take {@code webhooks.json} for {@code webhooks}, so a suffix is no difference. */
  private static boolean fits(String pattern, String segment) {
    if (pattern.contains(".")) {
      return fitsExactly(pattern, segment);
    }
    String bare = segment;
    while (!fitsExactly(pattern, bare)) {
      int dot = bare.lastIndexOf('.');
      if (dot <= bare.lastIndexOf('}') || dot <= 0) {
        return false;
      }
      bare = bare.substring(0, dot);
    }
    return true;
  }

  private static boolean fitsExactly(String pattern, String segment) {
    int open = segment.indexOf('{');
    if (pattern.equals(ANY) || open < 0) {
      return pattern.equals(ANY) || pattern.equals(segment);
    }
    String start = segment.substring(0, open);
    String end = segment.substring(segment.lastIndexOf('}') + 1);
    return pattern.length() >= start.length() + end.length()
        && pattern.startsWith(start)
        && pattern.endsWith(end);
  }
}
