package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.time.OffsetDateTime;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;

/** Exceptions at the value of an envelope itself, which Jackson wraps within objects only. */
class EnvelopeReaderTest {
  private static final ObjectMapper MAPPER = ObjectMappers.mapper();

  @JsonDeserialize(using = RefusingDeserializer.class)
  record Level(int number) {}

  static final class RefusingDeserializer extends JsonDeserializer<Level> {
    @Override
    public Level deserialize(JsonParser json, DeserializationContext context) {
      throw new IllegalStateException("The level is unknown.");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Instant.class, OffsetDateTime.class})
  void numberBeyondEveryTime_isADecodingException(Class<?> type) {
    assertThatThrownBy(() -> read(type, "99999999999999999"))
        .isInstanceOfSatisfying(DecodingException.class, EnvelopeReaderTest::assertPlace);
  }

  @Test
  void exceptionOfTheProgramsDeserializer_isTheCause() {
    assertThatThrownBy(() -> read(Level.class, "3"))
        .isInstanceOfSatisfying(DecodingException.class, EnvelopeReaderTest::assertPlace)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  private static void assertPlace(DecodingException failure) {
    assertThat(failure.jsonPath()).contains("$.data.answer");
    assertThat(failure).hasMessageStartingWith("$.data.answer: it cannot be read (line 1, column ");
  }

  private static void read(Class<?> type, String value) throws Exception {
    EnvelopeConverter.ofValue(MAPPER, MAPPER.constructType(type), new DataMember(null, null, true))
        .convert(
            ResponseBody.create(
                "{\"data\":{\"answer\":%s}}".formatted(value), MediaType.get("application/json")));
  }
}
