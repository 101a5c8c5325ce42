package visibuild.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.sample.RawApi;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.SandboxRequest.StorageRequest;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.VisibuildSandbox;

/** The whole command on the sandbox, beside what the sandbox says over plain HTTP. */
@Tag("slow")
class SandboxRunTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final CommandRun command = new CommandRun(sandbox, Scope.READ_WRITE);
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void tableMatchesTheApi() {
    command.run();

    assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(
            command.out().lines().filter(line -> line.startsWith("| ")).map(SandboxRunTest::cells))
        .containsAll(expectedRows());
  }

  @Test
  void readsCarryATokenThatOnlyReads() {
    command.run();

    assertThat(sandbox.apiRequests()).isNotEmpty();
    assertThat(sandbox.apiRequests()).extracting(ApiRequest::tokenScope).containsOnly("read");
    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .containsOnly("read");
  }

  @Test
  void pageMatchesTheTable() throws IOException {
    Path file = folder.resolve("report.html");

    command.run("--html", file.toString());

    Document page = Jsoup.parse(Files.readString(file));
    assertThat(page.select("section:first-of-type tbody tr"))
        .hasSameSizeAs(new RawApi(sandbox).all("api/core/v1/projects"));
    assertThat(page.select(".totals dd").first().text())
        .isEqualTo(cells(command.out().lines().toList().get(totalLine())).get(7));
  }

  @Test
  void ticketIsOpenedWithItsPhoto() throws IOException {
    JsonNode project = new RawApi(sandbox).all("api/core/v1/projects").get(0);
    Path photo = Files.writeString(folder.resolve("crack.png"), "not really a photo");
    sandbox.forgetRequests();

    command.run(
        "--open-ticket", "Crack in slab",
        "--project", project.get("name").asText(),
        "--photo", photo.toString(),
        "--description", "By the lift",
        "--priority", "urgent");

    assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(command.out()).startsWith("Opened ticket ").contains("Crack in slab");
    JsonNode ticket =
        new RawApi(sandbox)
            .all("api/core/v1/tickets").stream()
                .filter(each -> each.get("title").asText().equals("Crack in slab"))
                .findFirst()
                .orElseThrow();
    assertThat(ticket.get("projectId")).isEqualTo(project.get("id"));
    assertThat(ticket.get("description").asText()).isEqualTo("By the lift");
    assertThat(ticket.get("priority").asText()).isEqualTo("urgent");
    JsonNode attachment =
        new RawApi(sandbox)
            .all("api/core/v1/tickets/" + ticket.get("id").asText() + "/attachments")
            .get(0);
    assertThat(sandbox.uploadedFile(attachment.get("key").asText()).orElseThrow().bytes().utf8())
        .isEqualTo("not really a photo");
  }

  @Test
  void copyHasAllVisisAndTheNextRunAsksOnlyForChanges() throws IOException {
    command.run("--copy", folder.toString());
    assertThat(command.exitCode()).isEqualTo(ExitCode.DONE);
    long calls = sandbox.apiRequests().size();
    sandbox.forgetRequests();

    CommandRun again = new CommandRun(sandbox, Scope.READ);
    again.run("--copy", folder.toString());

    JsonNode project = new RawApi(sandbox).all("api/core/v1/projects").get(0);
    List<JsonNode> visis =
        new RawApi(sandbox).all("api/core/v1/projects/" + project.get("id").asText() + "/visis");
    JsonNode copy =
        Visibuild.newObjectMapper()
            .readTree(folder.resolve(project.get("id").asText() + ".json").toFile());
    assertThat(copy.get("visis").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(visis.stream().map(visi -> visi.get("id").asText()).toList());
    assertThat(again.out()).contains(project.get("name").asText() + ": no change in ");
    assertThat(sandbox.apiRequests()).hasSizeLessThan((int) calls);
  }

  @Test
  void everyStepOfATicketCarriesTheNarrowestTokenThatServesIt() throws IOException {
    Path photo = Files.writeString(folder.resolve("crack.png"), "not really a photo");

    command.run(
        "--open-ticket", "Crack", "--project", "Riverside Tower", "--photo", photo.toString());

    assertThat(sandbox.requests())
        .extracting(SandboxRunTest::summary)
        .containsExactly(
            "token read",
            "GET /api/core/v1/projects with read",
            "token read write",
            "POST /api/core/v1/attachments with read write",
            "PUT to the file store without a token",
            "POST /api/core/v1/tickets with read write");
  }

  @Test
  void credentialThatOnlyReadsOpensNoTicketAndSendsNothing() throws IOException {
    Path photo = Files.writeString(folder.resolve("crack.png"), "not really a photo");
    CommandRun reader = new CommandRun(sandbox, Scope.READ);

    reader.run(
        "--open-ticket", "Crack", "--project", "Riverside Tower", "--photo", photo.toString());

    assertThat(reader.exitCode()).isEqualTo(ExitCode.CREDENTIAL);
    assertThat(reader.err())
        .contains("No ticket was opened, and nothing was sent: the credential may only read.");
    assertThat(sandbox.requests()).isEmpty();
  }

  private static String summary(Object request) {
    if (request instanceof TokenRequest token) {
      return "token " + token.grantedScope();
    }
    if (request instanceof ApiRequest call) {
      return call.method() + " " + call.path() + " with " + call.tokenScope();
    }
    StorageRequest upload = (StorageRequest) request;
    return upload.method()
        + " to the file store "
        + (upload.carriedAuthorization() ? "with" : "without")
        + " a token";
  }

  /** Counted from the JSON, without a class of the program. */
  private List<List<String>> expectedRows() {
    RawApi raw = new RawApi(sandbox);
    LocalDate today = LocalDate.now(sandbox.clock());
    return raw.all("api/core/v1/projects").stream()
        .map(project -> expectedRow(raw, project, today))
        .toList();
  }

  private static List<String> expectedRow(RawApi raw, JsonNode project, LocalDate today) {
    String id = project.get("id").asText();
    List<JsonNode> visis =
        raw.all("api/core/v1/projects/" + id + "/visis").stream()
            .filter(visi -> !visi.get("archived").asBoolean())
            .toList();
    Stream<Long> byStatus =
        Stream.of("open", "in_progress", "in_review", "closed", "n_a", "cant_close")
            .map(status -> visis.stream().filter(visi -> has(visi, status)).count());
    long overdue =
        visis.stream()
            .filter(visi -> has(visi, "open") || has(visi, "in_progress") || has(visi, "in_review"))
            .filter(visi -> visi.hasNonNull("dueDate"))
            .filter(visi -> LocalDate.parse(visi.get("dueDate").asText()).isBefore(today))
            .count();
    long skipped = visis.stream().filter(visi -> visi.hasNonNull("holdPointSkippedAt")).count();
    long openTickets =
        raw.all("api/core/v1/tickets").stream()
            .filter(ticket -> ticket.get("projectId").asText().equals(id))
            .filter(ticket -> has(ticket, "pending") || has(ticket, "open"))
            .count();
    Stream<Long> rest = Stream.of((long) visis.size(), overdue, skipped, openTickets);
    return Stream.concat(
            Stream.of(project.get("name").asText()),
            Stream.concat(byStatus, rest).map(String::valueOf))
        .toList();
  }

  private static boolean has(JsonNode record, String status) {
    return record.get("status").asText().equals(status);
  }

  private int totalLine() {
    return (int) command.out().lines().takeWhile(line -> !line.contains("All projects")).count();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|")).skip(1).map(String::strip).toList();
  }
}
