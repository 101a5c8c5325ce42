package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import visibuild.audit.Client;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.Verdict;
import visibuild.audit.compare.Comparison;
import visibuild.policy.Access;
import visibuild.policy.Descriptor;
import visibuild.policy.Lock;
import visibuild.policy.MethodDescriptor;
import visibuild.policy.PolicyCheck;

class SarifReportTest {
  private static final Findings DESK = Findings.about(List.of(program("desk", TICKETS, VISIS)));

  @Test
  void writesWithoutAPolicyFitTheSchemaOfTheStandard() throws IOException {
    assertThat(schema().validate(print(DESK), InputFormat.JSON)).isEmpty();
  }

  @Test
  void violationsFitTheSchemaOfTheStandard() throws IOException {
    assertThat(schema().validate(print(broken()), InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaWouldRefuseAnotherVersion() throws IOException {
    String odd = print(DESK).replace("\"2.1.0\"", "\"2.2.0\"");
    assertThat(schema().validate(odd, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void violationNamesRuleFileAndLine() throws IOException {
    JsonNode results = new ObjectMapper().readTree(print(broken())).at("/runs/0/results");
    assertThat(results).hasSize(1);
    assertThat(results.at("/0/ruleId").asText()).isEqualTo("write-not-locked");
    assertThat(results.at("/0/level").asText()).isEqualTo("error");
    JsonNode place = results.at("/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("com/acme/TicketsApi.java");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(17);
  }

  @Test
  void resultWithoutASourceIsAtTheFileThatItBreaksOrAtTheJar() throws IOException {
    MethodDescriptor call = call("open", "POST", "tickets", 1);
    Descriptor api =
        new Descriptor(
            "com.acme.Api",
            "com.acme.ApiClient",
            Access.READ_WRITE,
            "",
            Optional.empty(),
            List.of(
                new MethodDescriptor(
                    "open",
                    List.of(),
                    call.verb(),
                    call.path(),
                    call.scope(),
                    call.reason(),
                    Optional.empty())));
    Findings noted =
        Findings.about(
            List.of(new Program("desk", List.of(new Client(api, "lib/desk.jar!/a/b.jar")))));
    assertThat(places(print(noted))).containsExactly("lib/desk.jar:1");
    PolicyCheck check =
        PolicyCheck.of(
            List.of(), Optional.of(new Lock("lock.json", List.of())), LocalDate.of(2027, 1, 1));
    Verdict verdict =
        new Verdict(List.of("policy.json", "lock.json"), check.violationsOf(List.of(api)));
    assertThat(places(print(noted.with(verdict)))).containsExactly("lock.json:1");
  }

  @Test
  void pathToAWrite_isACodeFlowFromTheEntryPoint() throws IOException {
    Findings reached = Findings.about(List.of(ReportSamples.desk()));

    JsonNode results = new ObjectMapper().readTree(print(reached)).at("/runs/0/results");

    assertThat(results).hasSize(1);
    assertThat(flow(results.get(0)))
        .containsExactly(
            "com/acme/desk/cli/Main.java:21 com.acme.desk.cli.Main.main",
            "com/acme/desk/Desk.java:48 com.acme.desk.Desk.run (called as a java.lang.Runnable)");
    assertThat(schema().validate(print(reached), InputFormat.JSON)).isEmpty();
  }

  @Test
  void violationByAReachableWrite_hasItsCodeFlow() throws IOException {
    String sarif = print(ReportSamples.fourPrograms());

    JsonNode results = new ObjectMapper().readTree(sarif).at("/runs/0/results");

    assertThat(results.findValuesAsText("ruleId"))
        .containsExactlyInAnyOrder("write-not-approved", "approval-expired", "unknown");
    for (JsonNode result : results) {
      if (result.get("ruleId").asText().equals("unknown")) {
        continue;
      }
      assertThat(flow(result)).first().asString().endsWith("com.acme.desk.cli.Main.main");
    }
    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
  }

  @Test
  void programOfWhichNothingIsKnown_isAWarning() throws IOException {
    String sarif = print(Findings.about(List.of(program("legacy-export"))));

    JsonNode results = new ObjectMapper().readTree(sarif).at("/runs/0/results");

    assertThat(results).hasSize(1);
    assertThat(results.at("/0/ruleId").asText()).isEqualTo("unknown");
    assertThat(results.at("/0/level").asText()).isEqualTo("warning");
    assertThat(results.at("/0/message/text").asText())
        .isEqualTo("legacy-export has no client that was found, so nothing is known of it.");
    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
  }

  @Test
  void writeThatNoEntryPointReaches_isNoResult() throws IOException {
    assertThat(print(Findings.about(List.of(ReportSamples.desk())))).doesNotContain("WebhooksApi");
  }

  private static List<String> flow(JsonNode result) {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : result.at("/codeFlows/0/threadFlows/0/locations")) {
      JsonNode place = step.at("/location/physicalLocation");
      steps.add(
          place.at("/artifactLocation/uri").asText()
              + ":"
              + place.at("/region/startLine").asText()
              + " "
              + step.at("/location/message/text").asText());
    }
    return steps;
  }

  @Test
  void everyRule_isTaggedWithTheStandardsThatItServes() throws IOException {
    String sarif = print(Findings.about(List.of(program("desk", TICKETS))));
    JsonNode rules = new ObjectMapper().readTree(sarif).at("/runs/0/tool/driver/rules");

    assertThat(rules.get(0).get("id").textValue()).isEqualTo("scope-too-high");
    assertThat(rules.get(0).at("/properties/tags"))
        .hasToString(
            "[\"security\",\"owasp-asvs/5.0.0/10.2.3\",\"owasp-asvs/5.0.0/13.2.2\",\"rfc9700/2.3\"]");
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.at("/properties/tags/0").textValue()).isEqualTo("security"));
    assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
  }

  @Test
  void comparisonNotesTheNewWritesOnly() throws IOException {
    Descriptor more = api("com.acme.More", call("add", "POST", "more", 9));
    Program now = program("desk", TICKETS, more);
    Findings compared =
        Findings.about(List.of(now)).with(Comparison.of(program("desk-1", TICKETS), now));
    assertThat(places(print(compared))).containsExactly("com/acme/More.java:9");
    assertThat(schema().validate(print(compared), InputFormat.JSON)).isEmpty();
  }

  private static List<String> places(String sarif) throws IOException {
    List<String> places = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(sarif).at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      places.add(
          place.at("/artifactLocation/uri").asText()
              + ":"
              + place.at("/region/startLine").asText());
    }
    return places;
  }

  @Test
  void eachRuleOfAResultIsDeclared() throws IOException {
    for (Findings findings : List.of(DESK, broken())) {
      JsonNode run = new ObjectMapper().readTree(print(findings)).at("/runs/0");
      assertThat(run.at("/tool/driver/rules").findValuesAsText("id"))
          .containsAll(run.at("/results").findValuesAsText("ruleId"));
    }
  }

  private static Findings broken() {
    PolicyCheck check =
        PolicyCheck.of(
            List.of(), Optional.of(new Lock("lock.json", List.of())), LocalDate.of(2027, 1, 1));
    return DESK.with(
        new Verdict(
            List.of("lock.json"), check.violationsOf(DESK.programs().get(0).descriptors())));
  }

  private static String print(Findings findings) {
    return Format.SARIF.render(findings, SourceRoots.NONE);
  }

  private static Schema schema() throws IOException {
    try (InputStream text =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
