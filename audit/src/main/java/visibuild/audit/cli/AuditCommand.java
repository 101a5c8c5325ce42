package visibuild.audit.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import visibuild.audit.read.UnreadableException;
import visibuild.audit.report.TextSanitizer;
import visibuild.policy.MalformedFileException;

/** The command without a subcommand, which prints its usage. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reports what programs may do on Visibuild, and checks them against a policy.",
    footer = {
      "",
      "A PROGRAM is a jar (with the jars inside of it), a class folder, a folder of jars, or a class"
          + " path of them, with a name in front if you like: desk=desk.jar",
      "",
      "Exit codes: 0 holds, 1 policy broken, 2 usage, unreadable input, or no client found."
    })
public final class AuditCommand {
  private AuditCommand() {}

  /** Returns the command line; {@code clock} decides which approvals have expired. */
  public static CommandLine line(Clock clock) {
    CommandLine line =
        new CommandLine(new AuditCommand())
            .addSubcommand(new ReportCommand(() -> LocalDate.now(clock)))
            .addSubcommand(new CheckCommand(() -> LocalDate.now(clock)))
            .addSubcommand(new LockCommand())
            .addSubcommand(new DiffCommand(() -> LocalDate.now(clock)))
            .addSubcommand(new InitCommand(() -> LocalDate.now(clock)))
            .addSubcommand(new UsageCommand(() -> LocalDate.now(clock)));
    line.setExecutionExceptionHandler(AuditCommand::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** Exit code 1 would mean that a policy is broken, which a command that failed cannot know. */
  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    if (failure instanceof UnreadableException
        || failure instanceof MalformedFileException
        || failure instanceof IOException
        || failure instanceof IllegalArgumentException) {
      line.getErr().println(TextSanitizer.of(String.valueOf(failure.getMessage())));
    } else {
      failure.printStackTrace(line.getErr());
    }
    return ExitCode.USAGE;
  }
}
