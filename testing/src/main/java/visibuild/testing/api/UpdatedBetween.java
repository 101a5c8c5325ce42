package visibuild.testing.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import visibuild.testing.data.Visi;
import visibuild.testing.http.HttpProblem;
import visibuild.testing.http.RoutedRequest;

/**
 * The filter {@code updatedAfter} and {@code updatedBefore}: records updated between the two, both
 * exclusive. A date without a time is its first moment in UTC.
 */
final class UpdatedBetween {
  private UpdatedBetween() {}

  static Predicate<Visi> of(RoutedRequest call) {
    Instant after = moment(call, "updatedAfter");
    Instant before = moment(call, "updatedBefore");
    return visi ->
        (after == null || visi.updatedAt().isAfter(after))
            && (before == null || visi.updatedAt().isBefore(before));
  }

  private static @Nullable Instant moment(RoutedRequest call, String name) {
    String text = call.parameter(name);
    if (text == null) {
      return null;
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw HttpProblem.badRequest(
          name + " is \"" + text + "\"; write it as in ISO 8601, such as 2026-03-02T09:00:00Z.");
    }
  }
}
