package visibuild.audit.cli;

import java.time.Clock;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code: 0 holds, 1 policy broken, 2 usage. */
  public static void main(String[] arguments) {
    System.exit(AuditCommand.line(Clock.systemUTC()).execute(arguments));
  }
}
