package visibuild.audit.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import visibuild.audit.Program;
import visibuild.audit.read.UnreadableException;

/** Refuses programs without a client, since a gate cannot rely on their report. */
final class EmptyProgramCheck {
  @Option(
      names = "--allow-empty",
      description = "Let a program pass in which no client is found. Without it, that ends with 2.")
  private boolean allowEmpty;

  /**
   * Looks at {@code programs}.
   *
   * @throws UnreadableException if of one of them nothing is known
   */
  void check(List<Program> programs) throws UnreadableException {
    UnreadableException.throwForGaps(programs);
    String unknown =
        programs.stream()
            .filter(Program::isUnknown)
            .map(Program::name)
            .collect(Collectors.joining(", "));
    if (!allowEmpty && !unknown.isEmpty()) {
      throw new UnreadableException(
          unknown
              + ": no client found, so nothing is known of what it can do. Name the jar or the"
              + " classes that were compiled with the processor, or allow it: --allow-empty");
    }
  }
}
