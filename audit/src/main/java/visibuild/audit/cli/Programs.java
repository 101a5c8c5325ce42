package visibuild.audit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Parameters;
import visibuild.audit.Program;
import visibuild.audit.read.ProgramInput;
import visibuild.audit.read.ProgramReader;
import visibuild.audit.read.ResourceLimits;
import visibuild.audit.read.UnreadableException;
import visibuild.policy.MalformedFileException;
import visibuild.policy.TeamPolicy;

/** The programs that a command is about. */
final class Programs {
  @Parameters(arity = "1..*", paramLabel = "PROGRAM", description = "The programs to read.")
  private List<String> inputs = new ArrayList<>();

  private final Set<Path> files = new LinkedHashSet<>();

  /** Returns the programs as the command line names them. */
  List<String> inputs() {
    return List.copyOf(inputs);
  }

  /** Returns the files of the programs that {@link #read} read, the policies and the lock. */
  List<Path> files(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    List<Path> all = new ArrayList<>(files);
    all.addAll(TeamPolicy.files(policy, lock));
    return all;
  }

  List<Program> read() throws UnreadableException {
    List<Program> programs = new ArrayList<>();
    for (String input : inputs) {
      programs.add(read(input, files));
    }
    return programs;
  }

  /** Reads the program {@code input}, and adds the files that it consists of to {@code files}. */
  static Program read(String input, Collection<Path> files) throws UnreadableException {
    return new ProgramReader(ResourceLimits.USUAL).read(ProgramInput.parse(input), files::add);
  }
}
