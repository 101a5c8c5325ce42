package visibuild.internal.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses dates and times of which Jackson would silently drop a part, or which it would take for
 * another unit: a time of the day for a {@link LocalDate}, a {@code Z} for a {@link LocalDateTime},
 * a number of days, and milliseconds since 1970, which would be seconds in the year 58000.
 */
class ExactTimeDeserializer extends DelegatingDeserializer {
  private static final long serialVersionUID = 1L;

  /** The last second of the year 9999; ISO 8601 has no later one without an agreement. */
  private static final Instant END = Instant.ofEpochSecond(253_402_300_799L, 999_999_999);

  private static final Set<Class<?>> TYPES =
      Set.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

  private final Class<?> type;

  ExactTimeDeserializer(JsonDeserializer<?> times, Class<?> type) {
    super(times);
    this.type = type;
  }

  /** Returns whether Jackson may change a value of {@code type} silently. */
  static boolean isFor(Class<?> type) {
    return TYPES.contains(type);
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> times) {
    return new ExactTimeDeserializer(times, type);
  }

  /** A property with its own format uses that format. */
  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    JsonFormat.Value format = findFormatOverrides(context, property, type);
    return format == null || format.equals(JsonFormat.Value.empty())
        ? super.createContextual(context, property)
        : context.handleSecondaryContextualization(
            getDelegatee(), property, context.constructType(type));
  }

  @Override
  public @Nullable Object deserialize(JsonParser json, DeserializationContext context)
      throws IOException {
    if (losesPart(json)) {
      return context.reportInputMismatch(type, "not an exact value");
    }
    boolean isNumber = !json.hasToken(JsonToken.VALUE_STRING) || !isTime(json.getText());
    @Nullable Object value = super.deserialize(json, context);
    return isNumber && isBeyondEnd(value)
        ? context.reportInputMismatch(type, "not an exact value")
        : value;
  }

  private boolean losesPart(JsonParser json) throws IOException {
    if (type == LocalDate.class) {
      return json.hasToken(JsonToken.VALUE_NUMBER_INT)
          || (json.hasToken(JsonToken.VALUE_STRING) && hasTime(json.getText().strip()));
    }
    return type == LocalDateTime.class
        && json.hasToken(JsonToken.VALUE_STRING)
        && json.getText().strip().endsWith("Z");
  }

  /** Returns whether {@code date} has a time other than midnight, which says no more than it. */
  private static boolean hasTime(String date) {
    int time = startOfTime(date);
    return time >= 0 && !date.substring(time).matches("[Tt][0:.]*[Zz]?");
  }

  private static boolean isTime(String text) {
    return startOfTime(text) >= 0;
  }

  private static int startOfTime(String text) {
    return Math.max(text.indexOf('T'), text.indexOf('t'));
  }

  private static boolean isBeyondEnd(@Nullable Object value) {
    if (value instanceof Instant instant) {
      return instant.isAfter(END);
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant().isAfter(END);
    }
    return value instanceof ZonedDateTime time && time.toInstant().isAfter(END);
  }
}
