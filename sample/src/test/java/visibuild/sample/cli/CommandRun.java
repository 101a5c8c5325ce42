package visibuild.sample.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import picocli.CommandLine;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.sample.gather.Progress;
import visibuild.testing.VisibuildSandbox;

/** One run of the command in this process, against a test's own sandbox. */
final class CommandRun {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commandLine;
  private int exitCode = -1;

  CommandRun(VisibuildSandbox sandbox, Scope scope) {
    this(sandbox, () -> sandbox.visibuild(scope));
  }

  CommandRun(VisibuildSandbox sandbox, Supplier<Visibuild> visibuild) {
    Connection.Source connections =
        chosen -> new Connection("a test", visibuild.get(), sandbox.clock(), () -> {});
    commandLine =
        new SiteReportCommand(connections, () -> Progress.SILENT)
            .commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
  }

  void run(String... arguments) {
    exitCode = commandLine.execute(arguments);
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
