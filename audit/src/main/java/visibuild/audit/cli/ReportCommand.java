package visibuild.audit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import visibuild.audit.Findings;

/** Reports the scope that programs need, and the calls that require it. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: visibuild audit report --format html --output access.html desk.jar"},
    description = "Reports which scope programs need, and which calls require it.")
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
