package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.Visibuild;

/** The text of a value in a URL against its text in JSON, for random values with a fixed seed. */
final class JsonTextConverterTest {
  private static final int ROUNDS = 500;
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  @JsonFormat(shape = JsonFormat.Shape.OBJECT)
  private enum ObjectEnum {
    ONE
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void randomValue_textEqualsJson(boolean timestamps) throws JsonProcessingException {
    ObjectMapper mapper =
        Visibuild.newObjectMapper()
            .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
            .configure(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, timestamps)
            .configure(SerializationFeature.WRITE_DATES_WITH_ZONE_ID, timestamps);
    JsonTextConverter converter = new JsonTextConverter(mapper);
    Random random = new Random(20261127);
    for (int round = 0; round < ROUNDS; round++) {
      for (Object value : values(random)) {
        assertThat(JsonTextConverter.supports(value.getClass())).isTrue();
        String json = mapper.writeValueAsString(value);
        String expected = json.startsWith("\"") ? mapper.readValue(json, String.class) : json;
        assertThat(converter.convert(value)).as("%s", value.getClass()).isEqualTo(expected);
      }
    }
  }

  @Test
  void valuesWithOddToString_haveTheTextOfJson() {
    JsonTextConverter converter = new JsonTextConverter(Visibuild.newObjectMapper());

    assertThat(converter.convert(LocalDateTime.of(2027, 3, 1, 8, 0)))
        .isEqualTo("2027-03-01T08:00:00");
    assertThat(
            converter.convert(
                ZonedDateTime.of(2027, 3, 1, 8, 0, 0, 0, ZoneId.of("Australia/Sydney"))))
        .isEqualTo("2027-03-01T08:00:00+11:00");
    assertThat(converter.convert(Double.NaN)).isEqualTo("NaN");
    assertThat(converter.convert(Integer.MIN_VALUE)).isEqualTo("-2147483648");
  }

  @Test
  void valueThatTheMapperWritesAsObjectOrArray_isRefused() {
    ObjectMapper mapper =
        Visibuild.newObjectMapper().enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    JsonTextConverter converter = new JsonTextConverter(mapper);

    assertThatThrownBy(() -> converter.convert(LocalDate.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.LocalDate as an object or array");
    assertThatThrownBy(() -> converter.convert(ObjectEnum.ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void typesWithTextOfTheirOwn_areLeftToRetrofit() {
    assertThat(JsonTextConverter.supports(String.class)).isFalse();
    assertThat(JsonTextConverter.supports(boolean.class)).isFalse();
    assertThat(JsonTextConverter.supports(int.class)).isTrue();
  }

  private static List<Object> values(Random random) {
    LocalDate date = LocalDate.ofEpochDay(random.nextInt(6_000_000) - 3_000_000);
    LocalTime time =
        LocalTime.of(
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(3) == 0 ? 0 : random.nextInt(60),
            random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000_000));
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(36 * 3600) - 18 * 3600);
    LocalDateTime both = date.atTime(time);
    List<Object> values =
        new ArrayList<>(
            List.of(
                date,
                time,
                both,
                zone,
                offset,
                both.atOffset(offset),
                both.atZone(zone),
                OffsetTime.of(time, offset),
                both.toInstant(ZoneOffset.UTC),
                Year.from(date),
                YearMonth.from(date),
                MonthDay.from(date),
                Month.from(date),
                DayOfWeek.from(date),
                Period.of(random.nextInt(), random.nextInt(), random.nextInt()),
                Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000))));
    values.addAll(
        List.of(
            Instant.ofEpochMilli(random.nextLong() / 4),
            OffsetDateTime.of(both, ZoneOffset.UTC),
            new UUID(random.nextLong(), random.nextLong()),
            random.nextInt(),
            random.nextLong(),
            random.nextDouble(),
            random.nextFloat(),
            (short) random.nextInt(),
            new BigInteger(80, random),
            new BigDecimal(new BigInteger(80, random), random.nextInt(60) - 30)));
    return values;
  }
}
