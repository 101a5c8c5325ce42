package visibuild.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

class ExitCodeTest {
  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final CommandRun command = new CommandRun(sandbox, Scope.READ_WRITE);
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void serverErrorIsAFailureOfVisibuild() {
    sandbox.fail(Fault.status(500).times(10).at("/api/core/v1/projects"));

    command.run();

    assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void failedUploadIsAFailure() throws IOException {
    sandbox.fail(Fault.status(503).times(10).at("/uploads/"));

    openTicket(photo(), "Riverside Tower");

    assertThat(command.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(command.err()).contains("The storage responded with 503 for crack.png.");
  }

  @Test
  void unknownProjectIsAMistakeOnTheCommandLine() throws IOException {
    openTicket(photo(), "Atlantis");

    assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err())
        .contains("There is no project \"Atlantis\". The projects are:")
        .contains("Riverside Tower");
  }

  @Test
  void photoThatIsNotThereIsAMistakeOnTheCommandLine() {
    openTicket(folder.resolve("none.png"), "Riverside Tower");

    assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err()).contains("--photo: There is no file ");
    assertThat(sandbox.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--unknown", "--priority=big", "--sandbox=write", "--photo=a.png"})
  void wrongOptionIsAMistakeOnTheCommandLine(String option) {
    command.run(option);

    assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(command.err()).endsWith("Try 'site-report --help'.%n".formatted());
  }

  @Test
  void wrongSecretIsAMatterOfTheCredential() {
    CommandRun stranger = new CommandRun(sandbox, () -> readersConnection("s3cr3t", Scope.READ));

    stranger.run();

    assertThat(stranger.exitCode()).isEqualTo(ExitCode.CREDENTIAL);
    assertThat(stranger.err()).doesNotContain("s3cr3t");
  }

  @Test
  void scopeThatIsNotGrantedIsAMatterOfTheCredential() throws IOException {
    String readersSecret = sandbox.environment(Scope.READ).get("VISIBUILD_CLIENT_SECRET");
    CommandRun pretender =
        new CommandRun(sandbox, () -> readersConnection(readersSecret, Scope.READ_WRITE));

    pretender.run(
        "--open-ticket", "Crack", "--project", "Riverside Tower", "--photo", photo().toString());

    assertThat(pretender.exitCode()).isEqualTo(ExitCode.CREDENTIAL);
  }

  @Test
  void pageThatCannotBeWrittenIsAMatterOfTheFileAndCostsNoRequest() {
    command.run("--html", folder.resolve("none").resolve("report.html").toString());

    assertThat(command.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(command.err()).contains("There is no folder ");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void failureIsASentenceWithoutATrace() {
    sandbox.fail(Fault.status(500).times(10).at("/api/core/v1/projects"));

    command.run();

    assertThat(command.err()).doesNotContain("\tat ");
  }

  @Test
  void failureShowsItsTraceWhenAskedTo() {
    sandbox.fail(Fault.status(500).times(10).at("/api/core/v1/projects"));

    command.run("--debug");

    assertThat(command.err()).contains("\tat visibuild.sample.gather.SiteReader");
  }

  private void openTicket(Path photo, String project) {
    command.run("--open-ticket", "Crack", "--project", project, "--photo", photo.toString());
  }

  private Path photo() throws IOException {
    return Files.writeString(folder.resolve("crack.png"), "not really a photo");
  }

  private Visibuild readersConnection(String secret, Scope declared) {
    String id = sandbox.environment(Scope.READ).get("VISIBUILD_CLIENT_ID");
    return Visibuild.builder()
        .baseUrl(sandbox.baseUrl())
        .credential(ClientCredentials.of(id, secret, declared))
        .build();
  }
}
