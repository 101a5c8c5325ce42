package visibuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an error response is one line, whatever the server sends. */
class ErrorResponseTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\u0085", "\u2028", "\u2029", "\u0000", "\u001b"})
  void aLineBreakDoesNotReachTheLog(String lineBreak) {
    String forged = "x" + lineBreak + "2027-03-01 INFO all is well";

    ErrorResponse reply =
        refusal()
            .reason(forged)
            .requestId(forged)
            .fieldErrors(Map.of(forged, List.of(forged)))
            .build();

    assertThat(reply.toString()).doesNotContain(lineBreak);
  }

  @Test
  void whatTheServerReportsOfFieldsIsCutInTheLog() {
    Map<String, List<String>> errors = Map.of("title", List.of("x".repeat(8000)));

    assertThat(refusal().fieldErrors(errors).build().toString())
        .hasSizeLessThan(400)
        .endsWith("...");
  }

  @Test
  void whatTheServerReportsOfFieldsIsKeptWhole() {
    Map<String, List<String>> errors = Map.of("title", List.of("line\nline"));

    assertThat(refusal().fieldErrors(errors).build().fieldErrors()).isEqualTo(errors);
  }

  @Test
  void theMessageOfTheExceptionIsOneLineToo() {
    ErrorResponse reply = refusal().fieldErrors(Map.of("a", List.of("b\nc"))).build();

    assertThat(new InvalidRequestException(reply))
        .hasMessage("POST api/core/v1/tickets failed with status 422 {a=[b c]}.");
  }

  private static ErrorResponse.Builder refusal() {
    return ErrorResponse.builder("POST", "api/core/v1/tickets", 422);
  }
}
