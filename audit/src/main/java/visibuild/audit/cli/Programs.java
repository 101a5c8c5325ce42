package visibuild.audit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import visibuild.audit.Program;
import visibuild.audit.read.ProgramInput;
import visibuild.audit.read.ProgramReader;
import visibuild.audit.read.ResourceLimits;
import visibuild.audit.read.UnreadableException;

/** The programs that a command is about. */
final class Programs {
  @Parameters(arity = "1..*", paramLabel = "PROGRAM", description = "The programs to read.")
  private List<String> inputs = new ArrayList<>();

  /** Returns the programs as the command line names them. */
  List<String> inputs() {
    return List.copyOf(inputs);
  }

  List<Program> read() throws UnreadableException {
    List<Program> programs = new ArrayList<>();
    for (String input : inputs) {
      programs.add(read(input));
    }
    return programs;
  }

  static Program read(String input) throws UnreadableException {
    return new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(input));
  }
}
