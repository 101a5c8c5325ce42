package visibuild.processor.validation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path in a form that the server reads differently, so that neither a reader nor a policy sees
 * the real target.
 *
 * @param problem the problem, to follow the path in a message
 * @param instead the form to write
 */
record NonCanonicalPath(String problem, String instead) {
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final String UNRESERVED_MARKS = "-._~";

  /** Returns the first problem of {@code path}; empty if it is canonical. */
  static Optional<NonCanonicalPath> of(PathText path) {
    String text = path.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return problem(
            "has a control character (U+%04X), which is dropped or sent as an escape"
                .formatted((int) text.charAt(i)),
            "Leave it out.");
      }
    }
    if (!text.equals(text.strip())) {
      return problem("has a space at its beginning or end, which is dropped", "Leave it out.");
    }
    if (text.indexOf('#') >= 0) {
      return problem(
          "has a fragment, which is never sent",
          "Leave out what begins with \"#\"; write %23 for the character itself.");
    }
    if (path.path().indexOf('\\') >= 0) {
      return problem("has a backslash, which is sent as a slash", "Write a slash.");
    }
    return needlessEscape(path.path());
  }

  /** Two spellings of one path (RFC 3986, section 6.2.2.2), or what no path has a use for. */
  private static Optional<NonCanonicalPath> needlessEscape(String path) {
    if (path.indexOf('%') < 0) {
      return Optional.empty();
    }
    Matcher escapes = ESCAPE.matcher(path);
    while (escapes.find()) {
      char meant = (char) Integer.parseInt(escapes.group(1), 16);
      if (meant < 0x80 && Character.isISOControl(meant)) {
        return problem(
            "has %s, which stands for a control character".formatted(escapes.group()),
            "Leave it out.");
      }
      if (isUnreserved(meant)) {
        return problem(
            "has %s, which a server reads as %s".formatted(escapes.group(), meant),
            "Write %s.".formatted(meant));
      }
    }
    return Optional.empty();
  }

  private static boolean isUnreserved(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED_MARKS.indexOf(c) >= 0);
  }

  private static Optional<NonCanonicalPath> problem(String flaw, String instead) {
    return Optional.of(new NonCanonicalPath(flaw, instead));
  }
}
