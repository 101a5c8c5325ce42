package visibuild.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.Scope;
import visibuild.testing.VisibuildSandbox;

class ShapeReportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
  private static final VisibuildSandbox SANDBOX = VisibuildSandbox.start();
  private static final Settings SETTINGS = Settings.of(SANDBOX.environment(Scope.READ));

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("seeds")
  void randomResponses_leaveNoValueInTheReport(long seed) {
    RandomResponses server = new RandomResponses(seed);

    DoctorReport report = Examination.of(server, CLOCK);

    assertThat(server.values()).hasSizeGreaterThan(50);
    assertThat(report.differences()).isNotEmpty();
    String text =
        ShapeReport.render(report, SETTINGS, "test") + ShapeReport.renderFixture(report, SETTINGS);
    assertThat(server.values()).filteredOn(text::contains).isEmpty();
    // The table shows the lifetime of the token, and nothing else.
    report.tokens().stream()
        .map(token -> String.valueOf(token.lifetimeSeconds()))
        .forEach(server.values()::remove);
    String table = TableReport.render(report, SETTINGS);
    assertThat(server.values()).filteredOn(table::contains).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  void sandbox_leavesNoValueInTheReport() throws IOException {
    List<String> values = new ArrayList<>();
    OkHttpApiServer sandbox = new OkHttpApiServer(new OkHttpClient(), SETTINGS);
    ApiServer recording =
        new ApiServer() {
          @Override
          public boolean requestsTokens() {
            return true;
          }

          @Override
          public ServerResponse requestToken(Scope scope) throws IOException {
            return sandbox.requestToken(scope);
          }

          @Override
          public ServerResponse get(List<String> path, Map<String, String> query)
              throws IOException {
            ServerResponse response = sandbox.get(path, query);
            collect(response.json(), values);
            return response;
          }
        };

    DoctorReport report = Examination.of(recording, SANDBOX.clock());

    assertThat(values).hasSizeGreaterThan(500);
    String text = ShapeReport.render(report, SETTINGS, "test");
    assertThat(values).filteredOn(text::contains).isEmpty();
  }

  @Test
  void report_hasNamesTypesAndFormats() throws IOException {
    DoctorReport report = Examination.of(SANDBOX);

    JsonNode json = new ObjectMapper().readTree(ShapeReport.render(report, SETTINGS, "1.2.3"));

    assertThat(json.get("version").asInt()).isEqualTo(1);
    assertThat(json.get("client").asText()).isEqualTo("1.2.3");
    assertThat(json.get("origin").asText()).isEqualTo("loopback");
    assertThat(json.get("clock").asText()).isEqualTo("not known");
    assertThat(json.get("differences")).isEmpty();
    JsonNode visis = endpoint(json, "GET api/core/v1/projects/{projectId}/visis");
    assertThat(visis.get("status").asInt()).isEqualTo(200);
    assertThat(visis.at("/envelope/data.visis/types").asText()).isEqualTo("array");
    assertThat(visis.at("/envelope/pagination.next/types").asText()).isEqualTo("string");
    assertThat(visis.at("/members/status/formats").asText()).isEqualTo("enum");
    assertThat(visis.at("/members/createdAt/formats").asText()).isEqualTo("date-time-utc-3");
    assertThat(visis.get("headers")).extracting(JsonNode::asText).contains("x-request-id");
    assertThat(endpoint(json, "GET api/core/v1/tickets/{id} (random id)").get("status").asInt())
        .isEqualTo(404);
  }

  /** Collects the texts that are long enough not to be part of a name by chance. */
  private static void collect(JsonNode value, List<String> values) {
    if (value.isValueNode() && value.asText().length() > 12) {
      values.add(value.asText());
    }
    value.forEach(child -> collect(child, values));
  }

  private static JsonNode endpoint(JsonNode report, String request) {
    for (JsonNode endpoint : report.get("endpoints")) {
      if (endpoint.get("request").asText().equals(request)) {
        return endpoint;
      }
    }
    throw new AssertionError(request);
  }
}
