package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that Jackson would change, drop a part of, or read as an empty object. */
class ExactValuesTest {
  private static final ObjectMapper MAPPER = ObjectMappers.mapper();

  enum Status {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("shut")
    SHUT
  }

  enum Letter {
    A;

    @JsonCreator
    static Letter of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  record Due(@JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm:ssX") LocalDate date) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Short.class,
        Byte.class,
        Character.class,
        Double.class,
        Float.class,
        BigDecimal.class,
        BigInteger.class,
        Number.class,
        AtomicInteger.class,
        AtomicBoolean.class
      })
  void textNull_isNoScalar(Class<?> type) {
    assertRefused(type, "\"null\"");
  }

  @SuppressWarnings("ArrayRecordComponent") // A program may have one.
  record Arrays(
      int[] i, long[] l, short[] s, byte[] b, char[] c, boolean[] z, double[] d, float[] f) {}

  @ParameterizedTest
  @ValueSource(strings = {"i", "l", "s", "b", "c", "z", "d", "f"})
  void nullInAnArrayOfPrimitives_isNotZero(String name) {
    assertRefused(Arrays.class, "{\"%s\":[null]}".formatted(name));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        int[].class,
        long[].class,
        short[].class,
        byte[].class,
        char[].class,
        boolean[].class,
        double[].class,
        float[].class
      })
  void elementOfAnArrayOfPrimitives_isAsExactAsASingleValue(Class<?> type) throws Exception {
    assertRefused(type, "[null]");
    assertRefused(type, "[\"null\"]");
    assertRefused(type, "[1e-400]");
    assertRefused(type, "[1e400]");
    assertRefused(type.arrayType(), "[[],[null]]");
    assertRefused(type, "[\"\"]");
    assertThat(MAPPER.readValue("[]", type)).isNotNull();
  }

  @SuppressWarnings("ArrayRecordComponent") // A program may have one.
  record Defaults(
      @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.SKIP) int[] counts,
      @JsonSetter(nulls = Nulls.AS_EMPTY) SortedSet<Status> states,
      @JsonSetter(nulls = Nulls.AS_EMPTY) ConcurrentMap<Status, Integer> totals) {}

  @Test
  void nullForAnArrayOrAContainer_isEmptyWhereTheRecordWantsIt() throws Exception {
    Defaults read =
        MAPPER.readValue("{\"counts\":null,\"states\":null,\"totals\":null}", Defaults.class);

    assertThat(read.counts()).isEmpty();
    assertThat(read.states()).isEmpty();
    assertThat(read.totals()).isEmpty();
    assertThat(MAPPER.readValue("{\"counts\":[1,null,2]}", Defaults.class).counts())
        .containsExactly(1, 2);
  }

  @Test
  void exactElementsOfAnArrayOfPrimitives_areRead() throws Exception {
    assertThat(MAPPER.readValue("[0,0.0,-1.5,\"2.5\"]", double[].class))
        .containsExactly(0, 0, -1.5, 2.5);
    assertThat(MAPPER.readValue("[1,-2]", byte[].class)).containsExactly(1, -2);
    assertThat(MAPPER.readValue("\"AQI=\"", byte[].class)).containsExactly(1, 2);
    assertThat(MAPPER.readValue("\"ab\"", char[].class)).containsExactly('a', 'b');
    assertThat(MAPPER.readValue("[[1],[2,3]]", int[][].class))
        .isDeepEqualTo(new int[][] {{1}, {2, 3}});
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"200\"", "\"255\"", "\" 128 \"", "200"})
  void unsignedByte_isRefused(String json) throws Exception {
    assertRefused(Byte.class, json);
    assertRefused(byte.class, json);
    assertThat(MAPPER.readValue("\"-128\"", Byte.class)).isEqualTo(Byte.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-400", "\"1e-400\"", "-1e-400", "0.00001E-999"})
  void numberTooSmallForADouble_isNotZero(String json) throws Exception {
    assertRefused(Double.class, json);
    assertRefused(double.class, json);
    assertRefused(Object.class, json.replace("\"", ""));
    assertThat(MAPPER.readValue("0.0e10", double.class)).isZero();
    assertThat(MAPPER.readValue("0", Float.class)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "[1,[1e400]]", "{\"a\":{\"b\":[1e400]}}"})
  void infinityInAnObject_isRefused(String json) throws Exception {
    assertRefused(Object.class, json);
    assertThat(MAPPER.readValue("{\"a\":[1.5,null,\"x\"]}", Object.class)).isNotNull();
    assertThatThrownBy(
            () -> MAPPER.readValue("{\"a\":1e400}", new TypeReference<Map<String, Object>>() {}))
        .isInstanceOf(JsonMappingException.class);
    assertThatThrownBy(() -> MAPPER.readValue("[1e400]", new TypeReference<List<Number>>() {}))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void dateWithATime_isRefused() throws Exception {
    assertRefused(LocalDate.class, "\"2027-03-01T23:00:00Z\"");
    assertRefused(LocalDate.class, "\"2027-03-01T23:00:00\"");
    assertRefused(LocalDateTime.class, "\"2027-03-01T08:00:00Z\"");
    assertThat(MAPPER.readValue("{\"date\":\"2027-03-01T23:00:00Z\"}", Due.class).date())
        .isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(MAPPER.readValue("\"2027-03-01T08:00:00\"", LocalDateTime.class))
        .isEqualTo(LocalDateTime.of(2027, 3, 1, 8, 0));
  }

  @Test
  void refusedTime_namesTheTypeThatFits() {
    assertThat(message(LocalDate.class, "\"2027-03-01T23:00:00Z\""))
        .contains("is no LocalDate; a date with a time of the day fits Instant (line 1");
    assertThat(message(LocalDateTime.class, "\"2027-03-01T08:00:00Z\""))
        .contains("is no LocalDateTime; a time that ends with Z fits Instant (line 1");
  }

  private static String message(Class<?> type, String json) {
    JsonMappingException refusal =
        catchThrowableOfType(JsonMappingException.class, () -> MAPPER.readValue(json, type));
    return DecodingErrors.value("$", refusal).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"T00:00:00Z", "T00:00:00.000Z", "T00:00", "T00:00:00"})
  void dateAtMidnight_losesNothing(String midnight) throws Exception {
    assertThat(MAPPER.readValue("\"2027-03-01" + midnight + "\"", LocalDate.class))
        .isEqualTo(LocalDate.of(2027, 3, 1));
    assertRefused(LocalDate.class, "\"2027-03-01" + midnight.replace("T00", "T01") + "\"");
  }

  @ParameterizedTest
  @ValueSource(classes = {Instant.class, OffsetDateTime.class, ZonedDateTime.class})
  void millisecondsForSeconds_areRefused(Class<?> type) throws Exception {
    assertRefused(type, "1772442000000");
    assertRefused(type, "\"1772442000000\"");
    assertThat(MAPPER.readValue("1772442000", type)).isNotNull();
    assertThat(MAPPER.readValue("\"2027-03-01T08:00:00+10:00\"", type)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20270301", "\"2027-02-30\"", "\"2027-13-45\""})
  void impossibleDate_isRefused(String json) throws Exception {
    assertRefused(LocalDate.class, json);
    if (json.startsWith("\"")) {
      assertRefused(Date.class, json);
    }
    assertThat(MAPPER.readValue("\"2027-03-01T08:00:00Z\"", Date.class))
        .isEqualTo(Date.from(Instant.parse("2027-03-01T08:00:00Z")));
    assertThat(MAPPER.readValue("\"2027-03-01\"", Date.class)).isNotNull();
  }

  static List<TypeReference<?>> containersWithoutNull() {
    return List.of(
        new TypeReference<SortedSet<Status>>() {},
        new TypeReference<QueueOfStatus>() {},
        new TypeReference<ConcurrentLinkedQueue<Status>>() {},
        new TypeReference<LinkedBlockingQueue<Status>>() {});
  }

  /** A queue of the program. */
  static final class QueueOfStatus extends ArrayDeque<Status> {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @MethodSource("containersWithoutNull")
  void unknownConstantInACollectionWithoutNull_isLeftOut(TypeReference<?> type) throws Exception {
    Object read = MAPPER.readValue("[\"shut\",\"new\",\"open\"]", type);

    assertThat((Iterable<?>) read).hasSize(2).doesNotContainNull();
  }

  static List<TypeReference<?>> mapsWithoutNullKey() {
    return List.of(
        new TypeReference<SortedMap<Status, Integer>>() {},
        new TypeReference<ConcurrentMap<Status, Integer>>() {});
  }

  @ParameterizedTest
  @MethodSource("mapsWithoutNullKey")
  void unknownKeyOfAMapWithoutNull_isLeftOut(TypeReference<?> type) throws Exception {
    Object read = MAPPER.readValue("{\"shut\":2,\"new\":3,\"open\":1}", type);

    assertThat(read).isEqualTo(Map.of(Status.OPEN, 1, Status.SHUT, 2));
  }

  static List<TypeReference<? extends Map<String, Status>>> mapsWithoutNullValue() {
    return List.of(
        new TypeReference<ConcurrentMap<String, Status>>() {},
        new TypeReference<ConcurrentNavigableMap<String, Status>>() {},
        new TypeReference<Hashtable<String, Status>>() {});
  }

  @ParameterizedTest
  @MethodSource("mapsWithoutNullValue")
  void unknownValueOfAMapWithoutNull_isLeftOut(TypeReference<? extends Map<String, Status>> type)
      throws Exception {
    assertThat(MAPPER.readValue("{\"a\":\"new\",\"b\":\"open\"}", type))
        .isEqualTo(Map.of("b", Status.OPEN));
  }

  /** A set that Jackson makes from a list, and not by adding to an empty one. */
  static final class Known extends TreeSet<Status> {
    private static final long serialVersionUID = 1L;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Known(List<Status> all) {
      all.stream().filter(Objects::nonNull).forEach(this::add);
    }
  }

  @Test
  void creatorOfACollectionOfTheProgram_isCalled() throws Exception {
    assertThat(MAPPER.readValue("[\"shut\",\"new\"]", Known.class)).containsExactly(Status.SHUT);
  }

  @Test
  void unknownKeyOfAnEnumWithACreator_isLeftOut() throws Exception {
    assertThat(
            MAPPER.readValue("{\"a\":1,\"zzz\":2}", new TypeReference<Map<Letter, Integer>>() {}))
        .isEqualTo(Map.of(Letter.A, 1));
  }

  record Filter(SortedSet<Status> states, Set<Status> others) {}

  @Test
  void unknownConstantInARecord_isLeftOut() throws Exception {
    Filter read =
        MAPPER.readValue("{\"states\":[\"new\",\"open\"],\"others\":[\"open\"]}", Filter.class);

    assertThat(read.states()).containsExactly(Status.OPEN);
    assertThat(read.others()).containsExactly(Status.OPEN);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        LongAdder.class,
        DoubleAdder.class,
        BitSet.class,
        CRC32.class,
        ThreadLocal.class,
        ReentrantLock.class
      })
  void classOfTheJdkWithoutData_isRefused(Class<?> type) {
    assertThatThrownBy(() -> MAPPER.readValue("{\"sum\":5}", type))
        .isInstanceOf(InvalidDefinitionException.class);
  }

  private static void assertRefused(Class<?> type, String json) {
    assertThatThrownBy(() -> MAPPER.readValue(json, type)).isInstanceOf(JsonMappingException.class);
  }
}
