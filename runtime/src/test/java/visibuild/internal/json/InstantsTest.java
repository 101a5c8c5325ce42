package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time are what Jackson alone would read. */
class InstantsTest {
  private static final ObjectMapper OURS = ObjectMappers.mapper();
  private static final ObjectMapper JACKSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  record Formatted(
      @JsonFormat(pattern = "dd.MM.yyyy HH:mm", timezone = "UTC") Instant at, Instant plain) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-02T09:00:00Z\"",
        "\"2026-03-02T09:00:00.1Z\"",
        "\"2026-03-02T09:00:00.123Z\"",
        "\"2026-03-02T09:00:00.123456789Z\"",
        "\"2024-02-29T23:59:59Z\"",
        "\"0000-01-01T00:00:00Z\"",
        "\"0001-12-31T00:00:00.000000001Z\"",
        "\"9999-12-31T23:59:59.999999999Z\"",
        "\"2026-03-02T10:00:00+01:00\"",
        "\"2026-03-02T24:00:00Z\"",
        "\"2026-03-02t09:00:00z\"",
        "\"+10000-03-02T09:00:00Z\"",
        "\"-2026-03-02T09:00:00Z\"",
        "\"\\u0032026-03-02T09:00:00Z\"",
        "\"1772442000\"",
        "1772442000",
        "1772442000.5",
        "\"\"",
        "null"
      })
  void aTimeIsReadAsJacksonReadsIt(String json) throws Exception {
    assertThat(OURS.readValue(json, Instant.class))
        .isEqualTo(JACKSON.readValue(json, Instant.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-02-29T09:00:00Z\"",
        "\"2026-13-01T09:00:00Z\"",
        "\"2026-00-01T09:00:00Z\"",
        "\"2026-04-31T09:00:00Z\"",
        "\"2026-04-00T09:00:00Z\"",
        "\"2026-03-02T25:00:00Z\"",
        "\"2026-03-02T09:60:00Z\"",
        "\"2026-03-02T09:00:61Z\"",
        "\"2026-03-02T09:00:00.1234567890Z\"",
        "\"2026-03-02T09:00:00\"",
        "\"2026-03-02T09:00Z\"",
        "\"2026-03-02 09:00:00Z\"",
        "\"2026-03-02T09:00:0aZ\"",
        "\"٢٠٢٦-03-02T09:00:00Z\"",
        "true"
      })
  void whatIsNoTimeIsRefusedAsJacksonRefusesIt(String json) {
    assertThatThrownBy(() -> JACKSON.readValue(json, Instant.class))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> OURS.readValue(json, Instant.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void randomTimesAreReadAsTheyWereWritten() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < 10_000; i++) {
      Instant time =
          Instant.ofEpochSecond(
              random.nextLong(-62_135_596_800L, 253_402_300_800L),
              random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000));
      assertThat(OURS.readValue("\"" + time + "\"", Instant.class)).isEqualTo(time);
    }
  }

  @Test
  void aFormatOfThePropertysOwnCounts() throws Exception {
    Formatted read =
        OURS.readValue(
            "{\"at\": \"02.03.2026 09:00\", \"plain\": \"2026-03-02T09:00:00Z\"}", Formatted.class);

    assertThat(read.at()).isEqualTo(read.plain());
  }

  @Test
  void aMapsKeyMayBeATime() throws Exception {
    Map<Instant, Integer> read =
        OURS.readValue(
            "{\"2026-03-02T09:00:00Z\": 1}",
            OURS.getTypeFactory().constructMapType(Map.class, Instant.class, Integer.class));

    assertThat(read).containsEntry(Instant.parse("2026-03-02T09:00:00Z"), 1);
  }
}
