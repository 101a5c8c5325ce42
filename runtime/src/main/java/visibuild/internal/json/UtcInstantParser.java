package visibuild.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * The plain form of a point in time, {@code 2026-03-02T09:00:00Z}, with up to nine digits of a
 * second's fraction (RFC 3339, section 5.6).
 */
final class UtcInstantParser {
  private static final int SHORTEST = "2026-03-02T09:00:00Z".length();
  private static final int MOST_FRACTION_DIGITS = 9;

  /** Each 0 stands for any digit. */
  private static final String FORM = "0000-00-00T00:00:00";

  private UtcInstantParser() {}

  /** Parses a text; returns {@code null} for another form or an impossible time. */
  static @Nullable Instant instant(char[] text, int offset, int length) {
    if (!hasForm(text, offset, length)) {
      return null;
    }
    int year = number(text, offset, 4);
    int month = number(text, offset + 5, 2);
    int day = number(text, offset + 8, 2);
    int hour = number(text, offset + 11, 2);
    int minute = number(text, offset + 14, 2);
    int second = number(text, offset + 17, 2);
    if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L;
    seconds += hour * 3600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, nanos(text, offset, length));
  }

  private static boolean hasForm(char[] text, int offset, int length) {
    boolean fits =
        length == SHORTEST
            || (length > SHORTEST + 1
                && length <= SHORTEST + 1 + MOST_FRACTION_DIGITS
                && text[offset + FORM.length()] == '.');
    if (!fits || text[offset + length - 1] != 'Z') {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      char form = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
      char found = text[offset + i];
      if (form == '0' ? found < '0' || found > '9' : found != form) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDate(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  private static int nanos(char[] text, int offset, int length) {
    int digits = Math.max(length - SHORTEST - 1, 0);
    int nanos = digits == 0 ? 0 : number(text, offset + SHORTEST, digits);
    for (int i = digits; i < MOST_FRACTION_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(char[] text, int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      number = number * 10 + (text[i] - '0');
    }
    return number;
  }
}
