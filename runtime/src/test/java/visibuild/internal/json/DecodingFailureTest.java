package visibuild.internal.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ConnectionException;
import visibuild.DecodingException;
import visibuild.call.ClientCalls;
import visibuild.fixture.FakeVisibuild;
import visibuild.fixture.Replies;

/** Responses that cannot be read, and responses that did not come whole. */
class DecodingFailureTest {
  private static final MockResponse BROKEN_OFF =
      Replies.json("{\"data\":{\"projects\":[" + "{\"id\":\"p1\"},".repeat(50_000))
          .newBuilder()
          .onResponseBody(new SocketEffect.CloseSocket())
          .build();

  @RegisterExtension final FakeVisibuild server = new FakeVisibuild();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"data\":{\"projects\":[{\"id\":\"p1\"},{\"id\":[]}]}} | $.data.projects[1].id",
        "{\"data\":{\"projects\":[7]}} | $.data.projects[0]",
        "{\"data\":{\"projects\":{\"id\":\"p1\"}}} | $.data.projects"
      })
  void aMistypedMemberIsNamedByItsPathAndTheCall(String body, String path) {
    server.calls(Replies.json(body));

    assertThatThrownBy(this::projects)
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith("GET api/core/v1/projects: " + path + ": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"data\":",
        "{\"data\":{\"projects\":[{\"id\":\"p1\"}",
        "{\"data\":{\"projects\":[{\"id\":\"p1\"}]}",
        "{\"data\":{\"projects\":[}]}}"
      })
  void jsonThatIsCutOffIsADecodingFailure(String body) {
    server.calls(Replies.json(body));

    assertThatThrownBy(this::projects)
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith("GET api/core/v1/projects: ");
  }

  @Test
  void aPageOfHtmlIsADecodingFailure() {
    server.calls(Replies.text(200, "text/html", "<html>Maintenance</html>"));

    assertThatThrownBy(this::projects)
        .isInstanceOf(DecodingException.class)
        .hasMessageStartingWith(
            "GET api/core/v1/projects: The response cannot be read: it is not valid JSON")
        .hasMessageContaining("a proxy or login page in between seems to have responded");
  }

  @Test
  void markupInsideOrBehindTheEnvelope_isNoLoginPage() {
    server.calls(Replies.json("{\"data\":<"));

    assertThatThrownBy(this::projects)
        .isInstanceOf(DecodingException.class)
        .hasMessageNotContaining("login page");
  }

  @Test
  void aBodyThatBreaksOffIsAConnectionFailure() {
    server.calls(BROKEN_OFF);

    assertThatThrownBy(this::projects).isInstanceOf(ConnectionException.class);
  }

  @Test
  void aBodyThatBreaksOffInTheBackgroundIsAConnectionFailure() {
    server.calls(BROKEN_OFF);

    assertThatThrownBy(
            () -> ClientCalls.async(server.readCalls().projects()).get(60, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(ConnectionException.class);
  }

  private void projects() {
    ClientCalls.execute(server.readCalls().projects());
  }
}
