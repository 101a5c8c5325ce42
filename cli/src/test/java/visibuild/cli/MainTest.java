package visibuild.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Tag("slow")
class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void eachCommandShowsAnExampleInItsHelp() {
    CommandLine line = Main.line(Clock.systemUTC());
    CommandLine audit = line.getSubcommands().get("audit");
    assertThat(audit.getSubcommands())
        .containsOnlyKeys("report", "check", "lock", "diff", "init", "usage");
    assertThat(line.getSubcommands().get("sandbox").getUsageMessage()).contains("Example: ");
    assertThat(line.getSubcommands().get("doctor").getUsageMessage()).contains("Example: ");
    audit
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage()).as(name).contains("Example: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "doctor", "sandbox"})
  void versionOfACommand_isPrinted(String command) {
    assertThat(run(Main.line(Clock.systemUTC()), command, "--version")).isZero();
    assertThat(out.toString())
        .containsPattern("^visibuild\\b.* (\\(not from a jar\\)|\\d+\\.\\d+\\.\\d+)");
  }

  @Test
  void completionIsGenerated() {
    assertThat(run(Main.line(Clock.systemUTC()), "generate-completion")).isZero();
    assertThat(out.toString()).contains("visibuild").contains("sandbox");
  }

  @Test
  void sandbox_printsTheEnvironmentOfAProgram() {
    CountDownLatch stop = new CountDownLatch(1);
    stop.countDown();
    CommandLine sandbox = new CommandLine(new SandboxCommand(stop));
    assertThat(run(sandbox, "--seed", "7", "--strict")).isZero();
    assertThat(out.toString())
        .contains("export VISIBUILD_BASE_URL='http://")
        .contains("export VISIBUILD_CLIENT_ID='")
        .contains("Ctrl-C stops it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "lock", "init"})
  void fileThatCannotBeRead_endsWithTwoAndOneLine(String command) {
    assertThat(run(Main.line(Clock.systemUTC()), "audit", command, "no-such-file.jar"))
        .isEqualTo(2);
    assertThat(err.toString())
        .startsWith("no-such-file.jar: there is no such file or folder.")
        .hasLineCount(1);
  }

  @Test
  void programThatIsNoPath_endsWithTwoAndOneLine() {
    assertThat(run(Main.line(Clock.systemUTC()), "audit", "report", "")).isEqualTo(2);
    assertThat(err.toString()).startsWith("\"\" is no program.").hasLineCount(1);
  }

  static Stream<Error> errors() {
    return Stream.of(
        new OutOfMemoryError("test"),
        new StackOverflowError(),
        new NoClassDefFoundError("com/acme/Gone"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void error_endsWithTwoAndOneLineAndNotWithOne(Error error) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(
            Main.run(
                () -> {
                  throw error;
                },
                new PrintStream(printed, true, StandardCharsets.UTF_8)))
        .isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("jar").hasLineCount(1);
  }

  private int run(CommandLine line, String... arguments) {
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
