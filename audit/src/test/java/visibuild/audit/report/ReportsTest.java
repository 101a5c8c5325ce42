package visibuild.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static visibuild.audit.Samples.TICKETS;
import static visibuild.audit.Samples.VISIS;
import static visibuild.audit.Samples.api;
import static visibuild.audit.Samples.call;
import static visibuild.audit.Samples.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.audit.Findings;
import visibuild.audit.Program;
import visibuild.audit.compare.Comparison;
import visibuild.policy.Descriptor;
import visibuild.policy.MethodDescriptor;

@Tag("slow")
class ReportsTest {
  private static final Findings DESK = Findings.about(List.of(program("desk", TICKETS, VISIS)));

  @Test
  void textReportsWhatForcesTheScope() {
    assertThat(Format.TEXT.render(DESK, SourceRoots.NONE))
        .isEqualTo(
            """
            desk needs READ_WRITE
              2 clients, 1 of which write; 3 calls, 1 of which write.

              Calls that write
                POST  api/core/v1/tickets  TicketsApi.open  com/acme/TicketsApi.java:17

              Calls that only read
                GET  api/core/v1/tickets/{id}                TicketsApi.get  com/acme/TicketsApi.java:14
                GET  api/core/v1/projects/{projectId}/visis  VisisApi.list   com/acme/VisisApi.java:12

            """);
  }

  @Test
  void jsonNamesTheFixedHeadersThatChangeARequest() throws Exception {
    MethodDescriptor plain = call("open", "POST", "tickets", 17);
    Descriptor api =
        api(
            "com.acme.TicketsApi",
            new MethodDescriptor(
                plain.name(),
                plain.parameters(),
                plain.verb(),
                plain.path(),
                List.of("prefer: return=minimal"),
                plain.scope(),
                plain.reason(),
                plain.source()),
            call("get", "GET", "tickets/{id}", 14));

    JsonNode calls =
        new ObjectMapper()
            .readTree(
                Format.JSON.render(Findings.about(List.of(program("desk", api))), SourceRoots.NONE))
            .at("/programs/0/calls");

    assertThat(calls.at("/0/headers").toString()).isEqualTo("[\"prefer: return=minimal\"]");
    assertThat(calls.at("/1/headers").toString()).isEqualTo("[]");
  }

  @Test
  void textReportsWhatChanged() {
    Findings findings =
        DESK.with(
            Comparison.of(
                program("desk-1", VISIS, api("com.acme.OldApi", call("all", "GET", "tags", 3))),
                DESK.programs().get(0)));
    assertThat(Format.TEXT.render(findings, SourceRoots.NONE))
        .isEqualTo(
            """
            desk, compared with desk-1
              needs READ_WRITE; before, it needs READ
              3 changes, 1 new write.

              -  read   GET   api/core/v1/tags          OldApi.all       com/acme/OldApi.java:3
              +  read   GET   api/core/v1/tickets/{id}  TicketsApi.get   com/acme/TicketsApi.java:14
              +  write  POST  api/core/v1/tickets       TicketsApi.open  com/acme/TicketsApi.java:17

            """);
  }

  @Test
  void markdownHasATableOfCalls() {
    assertThat(Format.MARKDOWN.render(DESK, SourceRoots.NONE))
        .isEqualTo(
            """
            # desk can write

            | question | result |
            | --- | --- |
            | What can it do? | **desk** needs READ_WRITE |
            | Does the policy hold? | ⚠ **No policy was checked** |
            | Who approved each write? | No approvals were read |

            ## desk needs READ_WRITE

            2 clients, 1 of which write; 3 calls, 1 of which write.

            | | call | method | where |
            | --- | --- | --- | --- |
            | **write** | `POST api/core/v1/tickets` | `TicketsApi.open` | `com/acme/TicketsApi.java:17` |
            | read | `GET api/core/v1/tickets/{id}` | `TicketsApi.get` | `com/acme/TicketsApi.java:14` |
            | read | `GET api/core/v1/projects/{projectId}/visis` | `VisisApi.list` | `com/acme/VisisApi.java:12` |

            """);
  }

  @Test
  void approvalsWithDaysLeft_standInTheText() {
    assertThat(Format.TEXT.render(ReportSamples.approved(), SourceRoots.NONE))
        .startsWith("visibuild-policy.json: all of it holds.\n")
        .contains(
            """
            desk needs READ_WRITE (1 client that writes is never created)
              3 clients, 1 of which write; 3 calls, 1 of which write.
              Audited on 2027-06-01: version 1.4.0, commit 8f14e45fceea.
            """,
            """
              Approvals
                TicketsApi.open  Kim Lee  until 2027-12-31  213 days left
            """,
            "TicketsApi.open: com.acme.desk.cli.Main.main -> com.acme.desk.Desk.run (called as a"
                + " java.lang.Runnable) -> com.acme.TicketsApiClient.open");
  }

  @Test
  void approvalsWithDaysLeft_standInMarkdownBesideTheThreeQuestions() {
    assertThat(Format.MARKDOWN.render(ReportSamples.approved(), SourceRoots.NONE))
        .startsWith(
            """
            # desk can write

            Audited on 2027-06-01.

            | question | result |
            | --- | --- |
            | What can it do? | **desk** needs READ_WRITE (1 client that writes is never created) |
            | Does the policy hold? | **The policy holds** |
            | Who approved each write? | The write is approved |
            """)
        .contains(
            "| **write** | `POST api/core/v1/tickets` | `TicketsApi.open` | Kim Lee | 2027-12-31,"
                + " 213 days left |");
  }

  @Test
  void json_namesDayVersionCommitAndApprovals() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(Format.JSON.render(ReportSamples.fourPrograms(), SourceRoots.NONE));

    assertThat(json.at("/audited").asText()).isEqualTo("2027-06-01");
    assertThat(json.at("/programs/0/build/version").asText()).isEqualTo("1.4.0");
    assertThat(json.at("/programs/0/build/commit").asText()).hasSize(40);
    assertThat(json.at("/programs/1").has("build")).isFalse();
    assertThat(json.at("/policy/approvals").findValuesAsText("state"))
        .containsExactlyInAnyOrder("ending", "expired", "valid", "missing");
    assertThat(json.at("/policy/approvals").findValuesAsText("daysLeft"))
        .containsExactlyInAnyOrder("10", "-12", "244");
  }

  @Test
  void html_showsApproverDateAndPathOfAWrite() {
    assertThat(Format.HTML.render(ReportSamples.approved(), SourceRoots.NONE))
        .contains(
            "Audited on 2027-06-01",
            "Version 1.4.0, commit 8f14e45fceea",
            "<span class=\"who\">Kim Lee</span>",
            "until 2027-12-31",
            "213 days left",
            "opens tickets from mail",
            "Call path: 3 steps",
            "Writes that no entry point reaches");
  }

  @Test
  void programThatRecordsNoVersion_isReportedWithoutOne() {
    Findings unversioned = Findings.about(List.of(program("desk", VISIS))).on(ReportSamples.TODAY);
    assertThat(Format.TEXT.render(unversioned, SourceRoots.NONE))
        .contains("Audited on 2027-06-01: no version and no commit recorded.");
    assertThat(Format.HTML.render(unversioned, SourceRoots.NONE))
        .contains("No version and no commit recorded");
  }

  @Test
  void nameInMarkdownCannotBecomeMarkup() {
    Findings hostile = Findings.about(List.of(program("<b>|[x](y)`", VISIS)));
    assertThat(Format.MARKDOWN.render(hostile, SourceRoots.NONE))
        .contains("## &lt;b&gt;\\|\\[x\\]\\(y\\)\\` needs READ");
  }

  @Test
  void nameOnATerminalCannotDrawLines() {
    Findings hostile = Findings.about(List.of(program("a\u001b[2J\nb\u202e", VISIS)));
    assertThat(Format.TEXT.render(hostile, SourceRoots.NONE))
        .startsWith("a\uFFFD[2J\uFFFDb\uFFFD needs READ\n");
  }

  @Test
  void sourceIsNamedAsTheRepositoryNamesIt(@TempDir Path top) throws Exception {
    Path root = Path.of("desk/src/main/java");
    Path file = top.resolve(root).resolve("com/acme/TicketsApi.java");
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(Format.TEXT.render(DESK, new SourceRoots(top, List.of(root))))
        .contains("desk/src/main/java/com/acme/TicketsApi.java:17")
        .contains("  com/acme/VisisApi.java:12");
  }

  @Test
  void programWithoutAClientIsUnknownAndNotSaidToRead() {
    Findings nothing = Findings.about(List.of(program("e")));
    for (Format format : List.of(Format.TEXT, Format.MARKDOWN, Format.HTML, Format.JSON)) {
      assertThat(format.render(nothing, SourceRoots.NONE))
          .as(format.toString())
          .containsAnyOf("o client found", "\"needs\": null")
          .doesNotContain("only reads", "read only", "needs READ", "\"READ\"");
    }
    assertThat(
            Format.HTML.render(
                Findings.about(List.of(program("e"), program("f", VISIS))), SourceRoots.NONE))
        .contains("<title>0 of 2 programs can write, nothing is known of 1</title>");
  }

  /** Times out if each call is found by a hash of its whole interface. */
  @Test
  void largeInterfacesAndManyOfThemAreReportedInTime() {
    MethodDescriptor[] methods =
        IntStream.range(0, 16_000)
            .mapToObj(number -> call("m" + number, "POST", "r/" + number, number + 1))
            .toArray(MethodDescriptor[]::new);
    Descriptor[] interfaces =
        IntStream.range(0, 10_000)
            .mapToObj(number -> api("com.acme.Api" + number, call("get", "GET", "r", 1)))
            .toArray(Descriptor[]::new);
    interfaces[0] = api("com.acme.Large", methods);
    Program large = program("large", interfaces);
    Findings findings =
        Findings.about(List.of(large)).with(Comparison.of(program("before", VISIS), large));
    assertTimeoutPreemptively(
        Duration.ofMinutes(5),
        () -> {
          for (Format format : List.of(Format.TEXT, Format.JSON, Format.HTML)) {
            assertThat(format.render(findings, SourceRoots.NONE).replace("<wbr>", ""))
                .contains("com/acme/Large");
          }
        });
  }

  @Test
  void orderOfTheInputDoesNotShow() {
    Findings turned = Findings.about(List.of(program("desk", VISIS, TICKETS)));
    for (Format format : Format.values()) {
      assertThat(format.render(turned, SourceRoots.NONE))
          .isEqualTo(format.render(DESK, SourceRoots.NONE))
          .endsWith("\n")
          .doesNotContain("\r");
    }
  }
}
