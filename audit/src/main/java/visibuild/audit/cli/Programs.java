package visibuild.audit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Returns the programs as the command line names them. */
  List<String> inputs() {
    return List.copyOf(inputs);
  }

  /** Returns the files that a command reads: the class paths, the policy and the lock. */
  List<Path> files(Optional<Path> policy, Optional<Path> lock)
      throws IOException, MalformedFileException {
    List<Path> files = new ArrayList<>(files(inputs));
    policy.ifPresent(files::add);
    TeamPolicy.lockPlace(policy, lock).ifPresent(files::add);
    return files;
  }

  /** Returns the files of the class paths {@code inputs}. */
  static List<Path> files(List<String> inputs) {
    return inputs.stream()
        .flatMap(input -> ProgramInput.parse(input).classPath().stream())
        .filter(path -> !path.endsWith("*"))
        .map(Path::of)
        .toList();
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
