package visibuild.sample.cli;

import java.time.Clock;
import java.time.ZoneId;

/** The program {@code site-report}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Connection.Source connections =
        new EnvironmentConnections(System.getenv(), Clock.system(ZoneId.systemDefault()));
    SiteReportCommand command =
        new SiteReportCommand(connections, TerminalProgress::onStandardError);
    System.exit(command.commandLine().execute(arguments));
  }
}
