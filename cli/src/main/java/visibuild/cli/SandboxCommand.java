package visibuild.cli;

import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    description = "Runs a sandbox of Visibuild on this machine until Ctrl-C.",
    footer = {
      "",
      "Example: visibuild sandbox --seed 7 --strict",
      "The lines that it prints set the environment of a program that is to use it."
    })
final class SandboxCommand implements Callable<Integer> {
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
    SandboxBuilder builder = VisibuildSandbox.builder().seed(seed);
    if (strict) {
      builder = builder.strict();
    }
    try (VisibuildSandbox sandbox = builder.start()) {
      PrintWriter out = spec.commandLine().getOut();
      new TreeMap<>(sandbox.environment(scope))
          .forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
      out.println("# The sandbox listens on " + sandbox.baseUrl() + "; Ctrl-C stops it.");
      out.flush();
      stop.await();
    }
    return 0;
  }
}
