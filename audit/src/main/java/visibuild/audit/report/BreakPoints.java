package visibuild.audit.report;

import java.util.regex.Pattern;

/**
 * Lets a browser break a long name at its words. Without break points, a narrow page breaks names
 * of classes and files within words.
 */
final class BreakPoints {
  private static final String BREAK = "<wbr>";

  /**
   * After a separator, unless the extension of a file follows; before a capital; and before the
   * last capital of an abbreviation.
   */
  private static final Pattern POINTS =
      Pattern.compile(
          "(?<=[/.$_#!])(?=\\w)(?!(java|kt|class|jar)\\b)"
              + "|(?<=\\p{Ll}|\\d)(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  /** A character reference, in which a break would show its source. */
  private static final Pattern REFERENCES = Pattern.compile("(?=&)|(?<=;)");

  private BreakPoints() {}

  /** Returns {@code text}, which is escaped for HTML, with break points. */
  static String in(String text) {
    StringBuilder broken = new StringBuilder(text.length() + 64);
    for (String part : REFERENCES.split(text, -1)) {
      boolean reference = part.startsWith("&") && part.endsWith(";");
      broken.append(reference ? part : POINTS.matcher(part).replaceAll(BREAK));
    }
    return broken.toString();
  }
}
