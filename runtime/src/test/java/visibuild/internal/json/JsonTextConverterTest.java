package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  private enum Status {
    @JsonProperty("open")
    OPEN
  }

  @JsonFormat(shape = JsonFormat.Shape.NUMBER)
  private enum Priority {
    ZERO,
    ONE
  }

  private enum ValueEnum {
    A;

    @JsonValue
    int code() {
      return 41;
    }
  }

  private record Id(@JsonValue int value) {}

  private static final class FieldValue {
    @SuppressWarnings("UnusedVariable") // Jackson reads it.
    @JsonValue
    private final Instant at;

    FieldValue(Instant at) {
      this.at = at;
    }
  }

  private record Named(String name) {
    @Override
    public String toString() {
      return "name " + name;
    }
  }

  private interface Formatted {
    @SuppressWarnings("UnusedMethod") // Only its annotations count.
    void send(
        @JsonFormat(pattern = "dd.MM.yyyy") LocalDate date,
        @JsonFormat(shape = JsonFormat.Shape.NUMBER) Status status,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount);
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
        assertThat(converterOf(mapper, value.getClass())).isNotNull();
        assertThat(converter.convert(value))
            .as("%s", value.getClass())
            .isEqualTo(textInJson(mapper, value));
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
    ObjectMapper mapper = Visibuild.newObjectMapper();

    assertThat(converterOf(mapper, String.class)).isNull();
    assertThat(converterOf(mapper, boolean.class)).isNull();
    assertThat(converterOf(mapper, Named.class)).isNull();
    assertThat(converterOf(mapper, int.class)).isNotNull();
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // The text of such a value is what is tested.
  void valueOfEachKind_hasTheTextOfJson() throws Exception {
    ObjectMapper mapper = Visibuild.newObjectMapper();
    List<Object> values =
        List.of(
            Status.OPEN,
            Priority.ONE,
            ValueEnum.A,
            new Id(7),
            new FieldValue(Instant.EPOCH),
            URI.create("https://host/a?b=c"),
            new URL("https://host/a"),
            Locale.forLanguageTag("de-CH"),
            Currency.getInstance("CHF"),
            StandardCharsets.UTF_8,
            Pattern.compile("a+"),
            Path.of("a", "b"),
            new File("a"),
            InetAddress.getByAddress("host", new byte[] {127, 0, 0, 1}),
            TimeZone.getTimeZone("Europe/Zurich"),
            new Date(0),
            new GregorianCalendar(2027, 2, 1),
            new AtomicBoolean(true),
            new AtomicReference<>("a"),
            String.class,
            new byte[] {1, 2},
            new char[] {'a', 'b'});
    for (Object value : values) {
      JsonTextConverter converter = converterOf(mapper, value.getClass());
      assertThat(converter).as("%s", value.getClass()).isNotNull();
      assertThat(converter.convert(value))
          .as("%s", value.getClass())
          .isEqualTo(textInJson(mapper, value));
      assertThat(converterOf(mapper, Object.class).convert(value))
          .as("%s as an Object", value.getClass())
          .isEqualTo(textInJson(mapper, value));
    }
  }

  @Test
  void objectOfAnotherClass_hasItsOwnText() {
    JsonTextConverter converter = converterOf(Visibuild.newObjectMapper(), Object.class);

    assertThat(converter.convert(new Named("a"))).isEqualTo("name a");
    assertThat(converter.convert("a")).isEqualTo("a");
    assertThat(converter.convert(true)).isEqualTo("true");
    assertThat(converter.convert('c')).isEqualTo("c");
  }

  @ParameterizedTest
  @MethodSource("valuesOfSeveral")
  void objectThatIsAContainer_isRefused(Object value) {
    JsonTextConverter converter = converterOf(Visibuild.newObjectMapper(), Object.class);

    assertThatThrownBy(() -> converter.convert(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pass a String");
  }

  static List<Object> valuesOfSeveral() {
    return List.of(
        List.of("a"), Map.of("a", 1), new int[] {1}, Set.of(new Id(1)), Optional.of("a"));
  }

  @Test
  void formatOfTheParameter_determinesTheText() throws NoSuchMethodException {
    ObjectMapper mapper = Visibuild.newObjectMapper();
    Annotation[][] annotations =
        Formatted.class
            .getDeclaredMethod("send", LocalDate.class, Status.class, BigDecimal.class)
            .getParameterAnnotations();

    assertThat(
            JsonTextConverter.of(mapper, LocalDate.class, annotations[0])
                .convert(LocalDate.of(2027, 3, 1)))
        .isEqualTo("01.03.2027");
    assertThat(JsonTextConverter.of(mapper, Status.class, annotations[1]).convert(Status.OPEN))
        .isEqualTo("0");
    assertThat(
            JsonTextConverter.of(mapper, BigDecimal.class, annotations[2])
                .convert(new BigDecimal("1.50")))
        .isEqualTo("1.50");
    assertThat(converterOf(mapper, LocalDate.class).convert(LocalDate.of(2027, 3, 1)))
        .isEqualTo("2027-03-01");
  }

  private static @Nullable JsonTextConverter converterOf(ObjectMapper mapper, Class<?> type) {
    return JsonTextConverter.of(mapper, type, new Annotation[0]);
  }

  private static String textInJson(ObjectMapper mapper, Object value)
      throws JsonProcessingException {
    String json = mapper.writeValueAsString(value);
    return json.startsWith("\"") ? mapper.readValue(json, String.class) : json;
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
