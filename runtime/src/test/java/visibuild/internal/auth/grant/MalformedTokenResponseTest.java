package visibuild.internal.auth.grant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.DecodingException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Responses of status 200 that are no token. */
class MalformedTokenResponseTest {
  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | it is not a JSON object",
        "null | it is not a JSON object",
        "[] | it is not a JSON object",
        "\"text\" | it is not a JSON object",
        "[ | it is not valid JSON or is truncated",
        "\"text | it is not valid JSON or is truncated",
        "{\"a\":[{ | it is not valid JSON or is truncated",
        "{} {} | more follows its JSON object",
        "<html></html> | it is HTML, not JSON, perhaps the login page of this network",
        "{\"access_token\":\"a\" | it is not valid JSON or is truncated",
        "{} x | it is not valid JSON or is truncated",
        "{} | its \"token_type\" is not \"Bearer\"",
        "{\"token_type\":\"mac\",\"access_token\":\"a\"} | its \"token_type\" is not \"Bearer\"",
        "{\"token_type\":\"Bearer\"} | it has no \"access_token\"",
        "{\"token_type\":\"Bearer\",\"access_token\":\"\"} | it has no \"access_token\"",
        "{\"token_type\":\"Bearer\",\"access_token\":null} | it has no \"access_token\"",
        "{\"token_type\":\"Bearer\",\"access_token\":7} | its \"access_token\" is not a string",
        "{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"scope\":[]} | its \"scope\" is not a string",
      })
  void isRefusedWithItsReason(String reply, String reason) {
    assertThatThrownBy(() -> GrantFixtures.parse(reply))
        .isInstanceOf(MalformedTokenResponseException.class)
        .hasMessage(reason);
  }

  @Test
  void twoTokensInOneResponseAreRefused() {
    String reply = "{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"access_token\":\"b\"}";

    assertThatThrownBy(() -> GrantFixtures.parse(reply))
        .isInstanceOf(MalformedTokenResponseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\r\\nX-Evil: 1", "\\n", "\\u0000", " ", "\\u007f", "\\u00e9"})
  void aTokenThatNoHeaderCanCarryIsRefused(String end) {
    String reply = "{\"token_type\":\"Bearer\",\"access_token\":\"abc%s\"}".formatted(end);

    assertThatThrownBy(() -> GrantFixtures.parse(reply))
        .isInstanceOf(MalformedTokenResponseException.class)
        .hasMessage("its \"access_token\" has a character at index 3 that no header can carry");
  }

  @Test
  void theCallThatNeededTheTokenFailsWithAQuestionForTheBaseUrl() {
    server.tokens(request -> Replies.text(200, "text/html", "<html>Welcome</html>"));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(DecodingException.class)
        .hasMessage(
            "The response to POST oauth/token (200, text/html) contains no token, because it"
                + " is HTML, not JSON, perhaps the login page of this network. Is the base URL right?"
                + " It was needed for GET api/core/v1/projects/{id}.");
  }

  @Test
  void aResponseOfFiveMegabytesIsNoToken() {
    server.tokens(request -> Replies.token("a".repeat(5_000_000), "read"));

    assertThatThrownBy(() -> ClientCalls.execute(server.readCalls().project("p1")))
        .isInstanceOf(DecodingException.class);
  }
}
