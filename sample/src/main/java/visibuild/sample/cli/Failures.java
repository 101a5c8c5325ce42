package visibuild.sample.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import visibuild.AuthenticationException;
import visibuild.ForbiddenException;
import visibuild.InsufficientScopeException;
import visibuild.ScopeNotGrantedException;
import visibuild.VisibuildException;
import visibuild.client.Project;
import visibuild.sample.copy.CopyException;
import visibuild.sample.print.TerminalText;
import visibuild.sample.ticket.UnknownProjectException;

/** Reports a failure in one sentence and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler {
  private final BooleanSupplier showsTrace;

  /** Creates a handler that also prints the stack trace if {@code showsTrace} is true. */
  Failures(BooleanSupplier showsTrace) {
    this.showsTrace = showsTrace;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult arguments) {
    PrintWriter err = commandLine.getErr();
    err.println("site-report: " + sentence(failure));
    if (failure instanceof UnknownProjectException unknown) {
      unknown.choices().forEach(project -> err.println("  " + line(project)));
    }
    if (showsTrace.getAsBoolean()) {
      failure.printStackTrace(err);
    }
    err.flush();
    return exitCode(failure);
  }

  /** Reports a wrong command line in one sentence, without the whole help. */
  static int reportArguments(ParameterException failure, String[] arguments) {
    PrintWriter err = failure.getCommandLine().getErr();
    err.println(failure.getMessage());
    err.println("Try 'site-report --help'.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String sentence(Exception failure) {
    return isExpected(failure)
        ? String.valueOf(failure.getMessage())
        : "A mistake in this program: " + failure + " (--debug shows where)";
  }

  private static String line(Project project) {
    return Stream.of(project.id(), project.projectIdentifier(), project.name())
        .filter(Objects::nonNull)
        .map(TerminalText::of)
        .collect(Collectors.joining("  "));
  }

  private static boolean isExpected(Exception failure) {
    return failure instanceof VisibuildException
        || failure instanceof UnknownProjectException
        || failure instanceof SettingsException
        || isOfAFile(failure);
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof InsufficientScopeException
        || failure instanceof ScopeNotGrantedException
        || failure instanceof AuthenticationException
        || failure instanceof ForbiddenException
        || failure instanceof SettingsException) {
      return ExitCode.CREDENTIAL;
    }
    if (failure instanceof UnknownProjectException) {
      return ExitCode.USAGE;
    }
    return isOfAFile(failure) ? ExitCode.FILE : ExitCode.FAILED;
  }

  private static boolean isOfAFile(Exception failure) {
    return failure instanceof ReportFile.Unwritable || failure instanceof CopyException;
  }
}
