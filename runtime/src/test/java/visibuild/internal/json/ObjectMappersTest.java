package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapper's settings. */
class ObjectMappersTest {
  private static final ObjectMapper MAPPER = ObjectMappers.mapper();

  enum Status {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("n_a")
    NOT_APPLICABLE
  }

  enum Category {
    @JsonProperty("task")
    TASK,
    @JsonEnumDefaultValue
    OTHER
  }

  record Visi(
      @Nullable String id,
      @Nullable Status status,
      @Nullable Category category,
      @Nullable Instant createdAt,
      @Nullable LocalDate dueDate,
      @Nullable OffsetDateTime seenAt) {}

  @ParameterizedTest
  @CsvSource({"open, OPEN", "n_a, NOT_APPLICABLE"})
  void aKnownEnumValueIsItsConstant(String json, Status status) throws Exception {
    assertThat(read("status", "\"" + json + "\"").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"brand_new\"", "\"\"", "\"OPEN\"", "\"1\"", "\"0\"", "0", "1", "99", "null"})
  void anUnknownEnumValueIsNull(String json) throws Exception {
    assertThat(read("status", json).status()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"brand_new\"", "\"0\"", "\"1\""})
  void anUnknownEnumValueIsTheDefaultWhereThereIsOne(String json) throws Exception {
    assertThat(read("category", json).category()).isEqualTo(Category.OTHER);
  }

  @Test
  void aNumberIsNoPositionOfAnEnumConstant() throws Exception {
    assertThat(read("category", "0").category()).isNull();
  }

  @Test
  void anUnknownEnumValueInAListIsNull() throws Exception {
    assertThat(MAPPER.readValue("[\"open\",\"new\"]", Status[].class))
        .containsExactly(Status.OPEN, null);
  }

  @Test
  void anUnknownEnumKeyIsLeftOut() throws Exception {
    assertThat(
            MAPPER.readValue(
                "{\"open\":1,\"new\":2}", new TypeReference<Map<Status, Integer>>() {}))
        .isEqualTo(Map.of(Status.OPEN, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2027-03-01T08:00:00Z", "2027-03-01T18:00:00+10:00", "2027-03-01T08:00:00.000Z"})
  void anInstantIsReadAsIso8601(String text) throws Exception {
    assertThat(read("createdAt", "\"" + text + "\"").createdAt())
        .isEqualTo(Instant.parse("2027-03-01T08:00:00Z"));
  }

  @Test
  void aDateIsReadAsIso8601() throws Exception {
    assertThat(read("dueDate", "\"2027-03-01\"").dueDate()).isEqualTo(LocalDate.of(2027, 3, 1));
  }

  @Test
  void anOffsetIsKept() throws Exception {
    assertThat(read("seenAt", "\"2027-03-01T18:00:00+10:00\"").seenAt())
        .isEqualTo(OffsetDateTime.parse("2027-03-01T18:00:00+10:00"));
  }

  @Test
  void timesAreWrittenAsIso8601AndWhatIsNullIsLeftOut() throws Exception {
    Visi visi =
        new Visi(
            null,
            Status.NOT_APPLICABLE,
            null,
            Instant.parse("2027-03-01T08:00:00Z"),
            LocalDate.of(2027, 3, 1),
            null);

    assertThat(MAPPER.writeValueAsString(visi))
        .isEqualTo(
            "{\"status\":\"n_a\",\"createdAt\":\"2027-03-01T08:00:00Z\",\"dueDate\":\"2027-03-01\"}");
  }

  @Test
  void anUnknownMemberIsIgnored() throws Exception {
    assertThat(MAPPER.readValue("{\"id\":\"v\",\"new\":{\"a\":[]}}", Visi.class).id())
        .isEqualTo("v");
  }

  @Test
  void aListThatIsWrittenKeepsItsOrder() throws Exception {
    assertThat(MAPPER.writeValueAsString(List.of(Status.NOT_APPLICABLE, Status.OPEN)))
        .isEqualTo("[\"n_a\",\"open\"]");
  }

  private static Visi read(String member, String json) throws JsonProcessingException {
    return MAPPER.readValue("{\"%s\":%s}".formatted(member, json), Visi.class);
  }
}
