package visibuild.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import visibuild.Scope;
import visibuild.testing.Fault;
import visibuild.testing.VisibuildSandbox;

class DoctorCommandTest {
  private static final String FILE = "shapes.json";

  private final VisibuildSandbox sandbox = VisibuildSandbox.start();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void sandbox_endsWithZeroAndATable() {
    assertThat(run(sandbox.environment(Scope.READ))).isZero();

    assertThat(out.toString())
        .startsWith("origin    " + sandbox.baseUrl())
        .contains("TLS       none (loopback)")
        .contains("clock     not checked: no response has a Date header")
        .contains("token     scope read: granted, lifetime 3600 s")
        .containsPattern("GET api/core/v1/projects +200 +as expected")
        .endsWith("No differences." + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void difference_endsWithOneAndALine() {
    sandbox.fail(Fault.status(503).at("/api/core/v1/tags"));

    assertThat(run(sandbox.environment(Scope.READ))).isEqualTo(1);

    assertThat(out.toString())
        .containsPattern("GET api/core/v1/tags +503 +1 difference")
        .contains("Differences: 1")
        .contains("  GET api/core/v1/tags: status 503; expected 200");
  }

  @Test
  void json_isTheShapeReport() throws IOException {
    assertThat(run(sandbox.environment(Scope.READ), "--json")).isZero();

    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("endpoints")).hasSizeGreaterThan(20);
    assertThat(out.toString()).doesNotContain(sandbox.baseUrl());
  }

  @Test
  void record_writesTheShapesWithoutTheDifferences() throws IOException {
    Path file = folder.resolve(FILE);

    assertThat(run(sandbox.environment(Scope.READ), "--record", file.toString())).isZero();

    JsonNode fixture = new ObjectMapper().readTree(Files.readString(file));
    assertThat(fixture.get("endpoints")).hasSizeGreaterThan(20);
    assertThat(fixture.has("differences")).isFalse();
    assertThat(out.toString()).contains("No differences.");
  }

  @Test
  void record_createsTheFoldersOfItsFile() {
    Path file = folder.resolve("new").resolve(FILE);

    assertThat(run(sandbox.environment(Scope.READ), "--record", file.toString())).isZero();

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void fileThatCannotBeWritten_endsWithTwoAndOneLine() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    Path file = inTheWay.resolve(FILE);

    assertThat(run(sandbox.environment(Scope.READ), "--record", file.toString())).isEqualTo(2);

    assertThat(err.toString())
        .startsWith(file + ": it cannot be written")
        .contains("is no folder")
        .hasLineCount(1);
  }

  @Test
  void record_doesNotReplaceTheFileOfTheClientSecret() throws IOException {
    Map<String, String> environment = new HashMap<>(sandbox.environment(Scope.READ));
    String secret = environment.remove("VISIBUILD_CLIENT_SECRET");
    Path file = Files.writeString(folder.resolve("secret.txt"), secret);
    environment.put("VISIBUILD_CLIENT_SECRET_FILE", file.toString());

    assertThat(run(environment, "--record", file.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("is read by the same command").hasLineCount(1);
    assertThat(file).hasContent(secret);
  }

  @Test
  void writeScope_isCheckedOnRequest() {
    assertThat(run(sandbox.environment(Scope.READ_WRITE), "--check-write-scope")).isZero();

    assertThat(out.toString()).contains("token     scope read write: granted, lifetime 3600 s");
  }

  @Test
  void missingCredential_endsWithTwoAndOneLine() {
    assertThat(run(Map.of("VISIBUILD_REGION", "apac"))).isEqualTo(2);

    assertThat(err.toString()).contains("VISIBUILD_CLIENT_ID").hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusedCredential_endsWithTwoAndOneLine() {
    Map<String, String> environment = new HashMap<>(sandbox.environment(Scope.READ));
    environment.put("VISIBUILD_CLIENT_SECRET", "wrong-secret");

    assertThat(run(environment)).isEqualTo(2);

    assertThat(err.toString()).contains("status 401, invalid_client").hasLineCount(1);
    assertThat(out.toString()).contains("not granted, status 401");
  }

  @Test
  void failedTokenEndpoint_endsWithTwoAndDoesNotBlameTheCredential() {
    sandbox.fail(Fault.status(503).at("/oauth/token"));

    assertThat(run(sandbox.environment(Scope.READ))).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("The token endpoint sent no token (status 503); try again later")
        .hasLineCount(1);
  }

  @Test
  void unreachableServer_endsWithTwoAndOneLine() {
    OkHttpClient withoutNames =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    Map<String, String> environment = new HashMap<>(sandbox.environment(Scope.READ));
    environment.put("VISIBUILD_BASE_URL", "https://visibuild.test");

    assertThat(run(new DoctorCommand(environment, sandbox.clock(), withoutNames))).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("No response from the token endpoint (UnknownHostException)")
        .hasLineCount(1);
  }

  @Test
  void noOutput_hasASecret() {
    for (String option : List.of("--json", "--check-write-scope")) {
      Map<String, String> environment = sandbox.environment(Scope.READ_WRITE);
      run(environment, option);
      sandbox.fail(Fault.status(401).at("/oauth/token"));
      run(environment, option);

      assertThat(out + err.toString())
          .doesNotContain(environment.get("VISIBUILD_CLIENT_SECRET"))
          .doesNotContain(environment.get("VISIBUILD_CLIENT_ID"))
          .doesNotContain("Bearer ");
    }
  }

  @Test
  @Tag("slow")
  void childProcess_readsTheEnvironment() throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "doctor");
    command.environment().putAll(sandbox.environment(Scope.READ));
    command.redirectErrorStream(true);
    Process process = command.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(output).contains("No differences.");
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private int run(Map<String, String> environment, String... arguments) {
    return run(new DoctorCommand(environment, sandbox.clock(), new OkHttpClient()), arguments);
  }

  private int run(DoctorCommand command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
