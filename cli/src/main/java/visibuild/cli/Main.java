package visibuild.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.function.IntSupplier;
import okhttp3.OkHttpClient;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import visibuild.audit.cli.AuditCommand;
import visibuild.audit.report.TextSanitizer;

/** Starts the command {@code visibuild}. */
@Command(
    name = "visibuild",
    mixinStandardHelpOptions = true,
    versionProvider = VisibuildVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Audits programs that use Visibuild, compares its responses with the documentation, and runs"
            + " a sandbox of it.",
    footer = {"", "Example: visibuild audit report desk.jar"})
public final class Main {
  private static final int NOT_KNOWN = 2;

  private Main() {}

  /** Runs one command and ends with its exit code: 0 success, 1 a finding, 2 a failure. */
  public static void main(String[] arguments) {
    System.exit(run(() -> line(Clock.systemUTC()).execute(arguments), System.err));
  }

  /**
   * Returns the command line; {@code clock} decides whether an approval has expired, and is
   * compared with the server's.
   */
  static CommandLine line(Clock clock) {
    CommandLine audit = AuditCommand.line(clock);
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand("audit", audit)
            .addSubcommand("doctor", new DoctorCommand(System.getenv(), clock, new OkHttpClient()))
            .addSubcommand("sandbox", new SandboxCommand())
            .addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
    // Only the handler of the outermost command is asked, and its default ends with 1.
    line.setExecutionExceptionHandler(audit.getExecutionExceptionHandler());
    return line;
  }

  /** Exit code 1 would mean that a policy is broken, which is unknown after an error. */
  static int run(IntSupplier command, PrintStream err) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError tooLarge) {
      err.println(
          "The programs do not fit into memory. Audit fewer at a time, or allow more:"
              + " java -Xmx2g -jar visibuild.jar");
      return NOT_KNOWN;
    } catch (StackOverflowError tooDeep) {
      err.println(
          "An input is nested too deeply to be read. Check it, or allow more:"
              + " java -Xss16m -jar visibuild.jar");
      return NOT_KNOWN;
    } catch (LinkageError incomplete) {
      err.println(
          TextSanitizer.of(
              "A class of this command cannot be loaded (%s). Copy its jar again, and run it with Java 17 or later."
                  .formatted(incomplete)));
      return NOT_KNOWN;
    }
  }
}
