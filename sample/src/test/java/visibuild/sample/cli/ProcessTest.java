package visibuild.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import visibuild.Scope;
import visibuild.testing.SandboxRequest.ApiRequest;
import visibuild.testing.VisibuildSandbox;

/** The program as a process of its own, which its environment tells where to go. */
@Tag("slow")
class ProcessTest {
  @TempDir private Path folder;

  @Test
  void programWithoutVariablesRunsOnTheSandbox() throws Exception {
    assertThat(run(Map.of())).isEqualTo(ExitCode.DONE);
    assertThat(err())
        .containsExactly("Working with the sandbox (made-up data, credential \"read write\").");
    assertThat(out()).contains("| All projects ");
  }

  @Test
  void programWithVariablesRunsWhereTheySay() throws Exception {
    try (VisibuildSandbox visibuild = VisibuildSandbox.start()) {
      int exitCode = run(visibuild.environment(Scope.READ));

      assertThat(exitCode).isEqualTo(ExitCode.DONE);
      assertThat(err())
          .containsExactly(
              "Working with Visibuild at " + visibuild.baseUrl() + " (credential \"read\").");
      assertThat(visibuild.apiRequests())
          .extracting(ApiRequest::path)
          .contains("/api/core/v1/projects");
    }
  }

  @Test
  void sandboxIsTakenInSpiteOfVariablesIfItIsAskedFor() throws Exception {
    try (VisibuildSandbox visibuild = VisibuildSandbox.start()) {
      assertThat(run(visibuild.environment(Scope.READ), "--sandbox")).isEqualTo(ExitCode.DONE);
      assertThat(visibuild.requests()).isEmpty();
    }
  }

  @Test
  void variableThatIsMissingIsNamed() throws Exception {
    assertThat(run(Map.of("VISIBUILD_CLIENT_ID", "id"))).isEqualTo(ExitCode.CREDENTIAL);
    assertThat(err())
        .singleElement()
        .asString()
        .startsWith("site-report: ")
        .contains("VISIBUILD_CLIENT_SECRET");
  }

  private int run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().keySet().removeIf(name -> name.startsWith("VISIBUILD_"));
    // With one of these the JVM says so.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(program.environment()::remove);
    program.environment().putAll(environment);
    program.redirectOutput(folder.resolve("out").toFile());
    program.redirectError(folder.resolve("err").toFile());
    return program.start().waitFor();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
  }

  /**
   * Without the JDK's remarks on native code, which the jar's manifest answers and a class path
   * not.
   */
  private List<String> err() throws IOException {
    return Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
        .toList();
  }
}
