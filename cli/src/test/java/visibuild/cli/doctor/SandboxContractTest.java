package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import visibuild.testing.VisibuildSandbox;

/**
 * The sandbox responds as the recorded server did. The fixture is written by {@code visibuild
 * doctor --record}; until a user attaches one of a real account, it was recorded from the sandbox.
 */
class SandboxContractTest {
  private static final String FIXTURE = "recorded-shapes.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void sandbox_matchesTheRecordedShapes() throws IOException {
    assertThat(RecordedShapes.differences(fixture(), sandbox())).isEmpty();
  }

  @Test
  void fixture_hasEveryEndpoint() throws IOException {
    assertThat(fixture().get("endpoints"))
        .extracting(endpoint -> endpoint.get("request").asText())
        .containsAll(Examination.ENDPOINTS.stream().map(ReadEndpoint::request).toList());
  }

  @Test
  void otherMembersTypesAndStatuses_areDifferences() throws IOException {
    JsonNode recorded = fixture();
    ObjectNode visis = endpoint(recorded, "GET api/core/v1/projects/{projectId}/visis");
    visis.put("status", 206);
    ObjectNode members = (ObjectNode) visis.get("members");
    members.set("headline", members.remove("title"));
    members.set("dueDate", JSON.readTree("{\"types\": \"string\", \"formats\": \"text\"}"));
    members.set("archived", JSON.readTree("{\"types\": \"integer\"}"));

    String request = visis.get("request").asText();
    assertThat(RecordedShapes.differences(recorded, sandbox()))
        .containsExactlyInAnyOrder(
            request + ": status",
            request + ": headline is only on one side",
            request + ": title is only on one side",
            request + ": dueDate: formats [text] and [date]",
            request + ": archived: types [integer] and [boolean]");
  }

  @Test
  void memberThatWasAlwaysNull_isNoDifference() throws IOException {
    JsonNode recorded = fixture();
    ObjectNode ticket = endpoint(recorded, "GET api/core/v1/tickets");
    ObjectNode members = (ObjectNode) ticket.get("members");
    List.of("contact.name", "contact.email").forEach(members::remove);
    members.set("contact", JSON.readTree("{\"types\": \"null\"}"));

    assertThat(RecordedShapes.differences(recorded, sandbox())).isEmpty();
  }

  private static JsonNode sandbox() {
    return ShapeReport.recorded(Examination.of(SANDBOX), Origin.LOOPBACK);
  }

  private static JsonNode fixture() throws IOException {
    try (InputStream file = SandboxContractTest.class.getResourceAsStream(FIXTURE)) {
      return JSON.readTree(file);
    }
  }

  private static ObjectNode endpoint(JsonNode report, String request) {
    for (JsonNode endpoint : report.get("endpoints")) {
      if (endpoint.get("request").asText().equals(request)) {
        return (ObjectNode) endpoint;
      }
    }
    throw new AssertionError(request);
  }
}
