package visibuild.audit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import visibuild.audit.Findings;

/** Tells what programs need, and which calls force it. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Tells which scope programs need, and which calls force it.")
final class ReportCommand implements Callable<Integer> {
  @Mixin private Programs programs = new Programs();
  @Mixin private Output output = new Output();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    output.write(Findings.about(programs.read()), spec.commandLine().getOut());
    return ExitCode.HOLDS;
  }
}
