package visibuild.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import visibuild.testing.VisibuildSandbox;

class SandboxCommandTest {
  private static final int SIGTERM_EXIT = 143;
  private static final int SIGINT_EXIT = 130;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void portInUse_endsWithTwoAndOneLine() {
    try (VisibuildSandbox other = VisibuildSandbox.start()) {
      int port = URI.create(other.baseUrl()).getPort();

      assertThat(runStopped("--port", String.valueOf(port))).isEqualTo(2);
      assertThat(err.toString())
          .contains("127.0.0.1:" + port)
          .contains("choose another one")
          .hasLineCount(1);
      assertThat(out.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void impossiblePort_endsWithTwoAndOneLine(String port) {
    assertThat(runStopped("--port", port)).isEqualTo(2);
    assertThat(err.toString()).startsWith("The port is " + port).hasLineCount(1);
  }

  @Test
  void givenPort_isTheOneOfTheApis() throws IOException {
    assertThat(runOnFreePort()).isZero();
    assertThat(out.toString()).contains("# The sandbox listens on http://127.0.0.1:");
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void signal_stopsTheChildProcess(String signal) throws Exception {
    assumeFalse(signal.equals("INT") && isSigintIgnored(), "a child process inherits that");
    Process sandbox = new ProcessBuilder(javaCommand()).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8))) {
      String baseUrl = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("export VISIBUILD_BASE_URL=")) {
          baseUrl = line.replaceAll(".*='|'$", "");
        }
        if (line.startsWith("# The sandbox listens on ")) {
          break;
        }
      }
      assertThat(status(baseUrl + "/api/core/v1/projects")).isEqualTo(401);

      new ProcessBuilder("kill", "-" + signal, String.valueOf(sandbox.pid())).start().waitFor();

      assertThat(sandbox.waitFor(10, TimeUnit.MINUTES)).isTrue();
      assertThat(sandbox.exitValue()).isIn(SIGINT_EXIT, SIGTERM_EXIT);
    } finally {
      sandbox.destroyForcibly();
    }
  }

  /** A shell without job control starts background programs with SIGINT ignored. */
  private static boolean isSigintIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElseThrow();
    long sigint = 1L << (2 - 1);
    return (Long.parseUnsignedLong(mask, 16) & sigint) != 0;
  }

  /** Another program may take a free port before the sandbox does, so this tries several. */
  private int runOnFreePort() throws IOException {
    int code = 2;
    for (int i = 0; i < 20 && code == 2; i++) {
      int port;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = socket.getLocalPort();
      }
      code = runStopped("--port", String.valueOf(port));
      if (code == 0) {
        assertThat(out.toString()).contains("'http://127.0.0.1:" + port + "'");
      }
    }
    return code;
  }

  /** Runs the command so that it ends as soon as the sandbox has started. */
  private int runStopped(String... arguments) {
    CommandLine line = new CommandLine(new SandboxCommand(new CountDownLatch(0)));
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static List<String> javaCommand() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "sandbox"));
    return command;
  }

  private static int status(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
