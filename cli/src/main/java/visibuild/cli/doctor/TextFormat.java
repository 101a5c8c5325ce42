package visibuild.cli.doctor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the format of a JSON string without repeating it. */
final class TextFormat {
  static final String UUID = "uuid";
  static final String DATE = "date";
  static final String EMPTY = "empty";
  static final String TEXT = "text";
  static final String ENUM = "enum";
  static final String UNKNOWN_ENUM = "enum-unknown";

  /** The start of the names of times in UTC; the digits of the second's fraction follow. */
  static final String UTC = "date-time-utc-";

  private static final Pattern UUID_LAYOUT =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.(\\d{1,9}))?(Z|[+-]\\d\\d:?\\d\\d)?");
  private static final Pattern URL = Pattern.compile("https?://\\S+");

  private TextFormat() {}

  /**
   * Returns {@code uuid}, {@code date}, {@code url}, {@code empty}, {@code text}, or {@code
   * date-time-} with {@code utc}, {@code offset} or {@code local} and the number of digits of the
   * second's fraction.
   */
  static String of(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (UUID_LAYOUT.matcher(text).matches()) {
      return UUID;
    }
    if (ISO_DATE.matcher(text).matches()) {
      return DATE;
    }
    if (URL.matcher(text).matches()) {
      return "url";
    }
    Matcher time = DATE_TIME.matcher(text);
    if (!time.matches()) {
      return TEXT;
    }
    int digits = time.group(1) == null ? 0 : time.group(1).length();
    return "date-time-" + zone(time.group(2)) + "-" + digits;
  }

  private static String zone(String zone) {
    if (zone == null) {
      return "local";
    }
    return zone.equals("Z") ? "utc" : "offset";
  }
}
