package visibuild.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.CountProjects;
import com.example.ListProjects;
import com.example.OpenTicket;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.audit.Program;
import visibuild.audit.read.ProgramInput;
import visibuild.audit.read.ProgramReader;
import visibuild.audit.read.ResourceLimits;
import visibuild.client.Ticket;
import visibuild.client.VisibuildReadClient;
import visibuild.policy.Access;
import visibuild.testing.SandboxRequest.TokenRequest;
import visibuild.testing.VisibuildSandbox;
import visibuild.testing.VisibuildSandboxTest;

/** Runs small programs, each in a JVM that knows the sandbox by its environment only. */
@Tag("slow")
@VisibuildSandboxTest
class ProgramsTest {
  private static final Path SOURCES = Path.of("src/test/java/com/example");

  @TempDir private Path folder;

  @Test
  void programWithTheClient_hasFewerThan25LinesAndListsTheProjects(VisibuildSandbox sandbox)
      throws Exception {
    assertThat(lines("ListProjects")).isLessThan(25);

    Run run = run(sandbox, Scope.READ, ListProjects.class);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("Harbour Road Hospital");
  }

  @Test
  void programWithItsOwnInterface_opensATicket(VisibuildSandbox sandbox) throws Exception {
    VisibuildReadClient api =
        VisibuildReadClient.create(sandbox.visibuild(Scope.READ).readAccess());
    String project = api.projects().list().iterator().next().id();

    Run run = run(sandbox, Scope.READ_WRITE, OpenTicket.class, project, "Cracked tile");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(api.tickets().ofProject(project))
        .filteredOn(ticket -> run.output().contains("Opened " + ticket.id()))
        .extracting(Ticket::title)
        .containsExactly("Cracked tile");
  }

  @Test
  void programThatWrites_isRefusedAReadCredentialInOneSentence(VisibuildSandbox sandbox)
      throws Exception {
    Run run = run(sandbox, Scope.READ, OpenTicket.class, "p1", "Cracked tile");

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.output()).contains("InsufficientScopeException").contains("read write");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void programThatPassesWriteAccessToAReadClient_needsADeclaredWriteScopeAndSendsReadTokens(
      VisibuildSandbox sandbox) throws Exception {
    Run refused = run(sandbox, Scope.READ, CountProjects.class);

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("InsufficientScopeException");
    assertThat(sandbox.requests()).isEmpty();

    Run run = run(sandbox, Scope.READ_WRITE, CountProjects.class);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(sandbox.tokenRequests())
        .extracting(TokenRequest::requestedScope)
        .containsOnly("read");
    Program audited = audit(CountProjects.class);
    assertThat(audited.needs()).isEqualTo(Access.READ_WRITE);
    assertThat(audited.needsWriteAccessToRead()).isTrue();
    assertThat(audited.writes()).isEmpty();
  }

  @Test
  void programThatOnlyReads_needsReadInTheAudit(VisibuildSandbox sandbox) throws Exception {
    Program audited = audit(ListProjects.class);

    assertThat(audited.needs()).isEqualTo(Access.READ);
    assertThat(audited.needsWriteAccessToRead()).isFalse();
    assertThat(audited.reachability().gaps()).isEmpty();
    assertThat(run(sandbox, Scope.READ, ListProjects.class).exitCode()).isZero();
  }

  @Test
  void generatedClients_makeNoCallBeyondTheirDescriptors() throws Exception {
    Program all =
        new ProgramReader(ResourceLimits.USUAL)
            .read(
                new ProgramInput(
                    "all",
                    List.of(
                        locationOf(ProgramsTest.class).toString(),
                        locationOf(VisibuildReadClient.class).toString())));

    assertThat(all.clients()).hasSizeGreaterThan(14);
    assertThat(all.reachability().gaps()).noneMatch(gap -> gap.contains("does not list"));
  }

  /** Audits the class of {@code program} with the client, whose place the class path names. */
  private Program audit(Class<?> program) throws Exception {
    Path classes = folder.resolve(program.getSimpleName());
    String name = program.getName().replace('.', '/') + ".class";
    Path file = classes.resolve(name);
    Files.createDirectories(file.getParent());
    Files.copy(locationOf(program).resolve(name), file);
    return new ProgramReader(ResourceLimits.USUAL)
        .read(
            ProgramInput.parse(
                "desk="
                    + classes
                    + File.pathSeparator
                    + locationOf(VisibuildReadClient.class)
                    + File.pathSeparator
                    + locationOf(Visibuild.class)));
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static int lines(String program) throws IOException {
    return Files.readAllLines(SOURCES.resolve(program + ".java")).size();
  }

  private static Run run(
      VisibuildSandbox sandbox, Scope scope, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("VISIBUILD_"));
    builder.environment().putAll(sandbox.environment(scope));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private record Run(int exitCode, String output) {}
}
