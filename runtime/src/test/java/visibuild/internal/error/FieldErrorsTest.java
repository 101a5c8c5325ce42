package visibuild.internal.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import visibuild.InvalidRequestException;
import visibuild.call.ClientCalls;
import visibuild.fixture.Calls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Project;
import visibuild.fixture.Replies;

/** Field errors in the forms that Rails applications send. */
@Tag("slow")
class FieldErrorsTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @Test
  void areReadFromLists() {
    assertThat(
            refusal("{\"errors\":{\"title\":[\"can't be blank\",\"is too short\"]}}").fieldErrors())
        .isEqualTo(Map.of("title", List.of("can't be blank", "is too short")));
  }

  @Test
  void areReadFromSingleTexts() {
    assertThat(refusal("{\"errors\":{\"title\":\"is missing\"}}").fieldErrors())
        .isEqualTo(Map.of("title", List.of("is missing")));
  }

  @Test
  void areReadFromObjects() {
    String body = "{\"errors\":{\"title\":[{\"error\":\"blank\"}]}}";

    assertThat(refusal(body).fieldErrors())
        .isEqualTo(Map.of("title", List.of("{\"error\":\"blank\"}")));
  }

  @Test
  void keepTheServersOrder() {
    assertThat(refusal("{\"errors\":{\"z\":[\"1\"],\"a\":[\"2\"],\"m\":[\"3\"]}}").fieldErrors())
        .containsExactly(
            Map.entry("z", List.of("1")),
            Map.entry("a", List.of("2")),
            Map.entry("m", List.of("3")));
  }

  @Test
  void areReadFromABodyThatIsLongerThanWhatIsKeptOfIt() {
    InvalidRequestException refusal =
        refusal(
            "{\"trace\":\"%s\",\"errors\":{\"title\":[\"is missing\"]}}"
                .formatted("x".repeat(20_000)));

    assertThat(refusal.fieldErrors()).isEqualTo(Map.of("title", List.of("is missing")));
    assertThat(refusal.body()).hasSize(8 * 1024);
  }

  @Test
  void areInTheMessage() {
    assertThat(refusal("{\"errors\":{\"title\":[\"can't be blank\"]}}"))
        .hasMessage("POST api/core/v1/projects failed with status 422 {title=[can't be blank]}.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"Bad title\"} | Bad title",
        "{\"message\":\"Bad title\"} | Bad title",
        "{\"error\":\"invalid\",\"error_description\":\"Bad title\"} | Bad title",
        "{\"errors\":\"Bad title\"} | Bad title",
        "{\"errors\":[\"Bad title\",\"Bad id\"]} | Bad title; Bad id",
        "{\"error\":\"Bad\\r\\ntitle\"} | Bad title",
        "{\"title\":\"Invalid\",\"detail\":\"Bad\\u2028ti\\udb40\\udc01tle\"} | Bad ti tle",
        "{\"type\":\"about:blank\",\"title\":\"Bad title\",\"status\":422} | Bad title",
      })
  void aReasonForTheWholeIsInTheMessageOnOneLine(String body, String reason) {
    assertThat(refusal(body).errorResponse().reason()).contains(reason);
    assertThat(refusal(body))
        .hasMessage("POST api/core/v1/projects failed with status 422 (" + reason + ").");
  }

  @Test
  void aLongReasonIsCut() {
    assertThat(refusal("{\"error\":\"%s\"}".formatted("x".repeat(1000))).errorResponse().reason())
        .contains("x".repeat(300) + "...");
  }

  private InvalidRequestException refusal(String body) {
    server.calls(Replies.json(422, body));
    Calls calls = server.writeCalls();
    return catchThrowableOfType(
        InvalidRequestException.class,
        () -> ClientCalls.execute(calls.create(new Project("p1", null))));
  }
}
