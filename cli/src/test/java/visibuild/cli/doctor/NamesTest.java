package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final NameMask NAMES = Vocabulary.mask(ReadEndpoints.ofClient());

  @ParameterizedTest
  @ValueSource(strings = {"projectIds", "visiStatusChanges", "due_date", "nextPage", "error"})
  void wordsOfTheApi_areShown(String name) {
    assertThat(NAMES.member(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "aliceSmith",
        "Project",
        "01923e4a-0000-7000-8000-000000000001",
        "alice@example.com",
        "2026-03-02",
        "title of the ticket",
        "title\u001b[31m",
        "1234",
        ""
      })
  void otherNames_areMasked(String name) {
    assertThat(NAMES.member(name)).isEqualTo(NameMask.MASKED);
  }

  @ParameterizedTest
  @CsvSource({"riskScore,riskScore", "risk_score,risk_score", "Alice,<masked>", "a b,<masked>"})
  void plainWordOfARecord_isShown(String name, String shown) {
    assertThat(NAMES.memberOfRecord(name)).isEqualTo(shown);
  }

  @Test
  void nameThatIsAlsoAValue_isMasked() throws JsonProcessingException {
    NameMask mask =
        NAMES.hidingValuesOf(
            new ObjectMapper().readTree("{\"team\": [{\"lead\": \"Title\", \"x\": \"alice\"}]}"));

    assertThat(mask.memberOfRecord("alice")).isEqualTo(NameMask.MASKED);
    assertThat(mask.member("title")).isEqualTo(NameMask.MASKED);
    assertThat(mask.memberOfRecord("lead")).isEqualTo("lead");
  }

  @ParameterizedTest
  @CsvSource({
    "01923e4a-0000-7000-8000-000000000001, uuid",
    "2026-03-02, date",
    "2026-03-02T09:00:00Z, date-time-utc-0",
    "2026-03-02T09:00:00.123Z, date-time-utc-3",
    "2026-03-02T09:00:00+10:00, date-time-offset-0",
    "2026-03-02T09:00:00.123456, date-time-local-6",
    "https://files.test/x.jpg, url",
    "'', empty",
    "02/03/2026, text",
    "2026-03-02 09:00, text"
  })
  void format_isNamed(String text, String format) {
    assertThat(TextFormat.of(text)).isEqualTo(format);
  }
}
