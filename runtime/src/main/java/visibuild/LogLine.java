package visibuild;

import java.util.regex.Pattern;

/** A text of the server's as a part of one line of a log: without line breaks, and not too long. */
final class LogLine {
  private static final int LONGEST = 300;

  /** Also the separators of lines that are no control characters. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");

  private LogLine() {}

  static String of(String text) {
    // Cut before the search too: the text may be a whole body.
    String start = text.substring(0, Math.min(text.length(), 2 * LONGEST));
    String line = BREAKS.matcher(start).replaceAll(" ").strip();
    boolean isWhole = start.length() == text.length() && line.length() <= LONGEST;
    return isWhole ? line : line.substring(0, Math.min(line.length(), LONGEST)) + "...";
  }
}
