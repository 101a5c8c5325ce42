package visibuild.sample.cli;

import java.io.PrintWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says in a sentence what is wrong with the command line, without the whole help behind it. */
final class WrongArguments implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    PrintWriter err = failure.getCommandLine().getErr();
    err.println(failure.getMessage());
    err.println("Try 'site-report --help'.");
    err.flush();
    return ExitCode.USAGE;
  }
}
