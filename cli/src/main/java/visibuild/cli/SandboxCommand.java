package visibuild.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import visibuild.Scope;
import visibuild.testing.SandboxBuilder;
import visibuild.testing.VisibuildSandbox;

/** Runs the sandbox as a server, for programs in any language. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    versionProvider = VisibuildVersion.class,
    description = "Runs a sandbox of Visibuild on this machine until Ctrl-C.",
    footer = {
      "",
      "Example: visibuild sandbox --port 8080 --seed 7 --strict",
      "It prints the environment variables with which a program finds it, as export commands.",
      "Exit codes: 0 stopped, 2 usage, or the port cannot be used."
    })
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description =
          "The port of the APIs and the token endpoint; 0 is a free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The seed of the sample data. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--strict",
      description = "Refuse body members and query parameters that are unknown.")
  private boolean strict;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "READ_WRITE",
      description = "The scope of the credential: ${COMPLETION-CANDIDATES}.")
  private Scope scope = Scope.READ_WRITE;

  @Spec private CommandSpec spec = CommandSpec.create();
  private final CountDownLatch stop;

  SandboxCommand() {
    this(new CountDownLatch(1));
  }

  /** A command that ends when {@code stop} is counted down. */
  SandboxCommand(CountDownLatch stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try (VisibuildSandbox sandbox = start()) {
      new TreeMap<>(sandbox.environment(scope))
          .forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
      out.println("# The sandbox listens on " + sandbox.baseUrl() + "; Ctrl-C stops it.");
      out.flush();
      stop.await();
    } catch (IllegalArgumentException | UncheckedIOException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    return CommandLine.ExitCode.OK;
  }

  private VisibuildSandbox start() {
    SandboxBuilder builder = VisibuildSandbox.builder().port(port).seed(seed);
    return strict ? builder.strict().start() : builder.start();
  }
}
