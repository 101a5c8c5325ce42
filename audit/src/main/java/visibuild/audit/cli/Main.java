package visibuild.audit.cli;

import java.time.Clock;
import java.util.function.IntSupplier;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code: 0 holds, 1 policy broken, 2 usage. */
  public static void main(String[] arguments) {
    System.exit(run(() -> AuditCommand.line(Clock.systemUTC()).execute(arguments)));
  }

  /**
   * Not exit code 1, which would report a policy violation: with too little memory the result is
   * unknown.
   */
  static int run(IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError tooLarge) {
      System.err.println(
          "The programs do not fit into memory. Audit fewer at a time, or give it more: java -Xmx2g -jar visibuild-audit.jar");
      return ExitCode.USAGE;
    }
  }
}
