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
   * Exit code 1 would say that a policy is broken, which nobody knows when memory was too small.
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
