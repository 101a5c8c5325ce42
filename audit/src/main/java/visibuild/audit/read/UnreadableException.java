package visibuild.audit.read;

import java.util.List;
import visibuild.audit.Program;

/**
 * An input that cannot be read, or is more than is read. The message names the problem, the place
 * and the remedy.
 *
 * @since 0.1
 */
public final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the user. */
  public UnreadableException(String message) {
    super(message);
  }

  /** Creates an exception with a message for the user and its cause. */
  public UnreadableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Throws if a program can call Visibuild by classes that no descriptor describes: no statement
   * about the whole program would be true.
   */
  public static void throwForGaps(List<Program> programs) throws UnreadableException {
    List<String> gaps =
        programs.stream().flatMap(program -> program.reachability().gaps().stream()).toList();
    if (!gaps.isEmpty()) {
      throw new UnreadableException(
          String.join("; ", gaps)
              + ". Keep META-INF/visibuild/** in the jar, do not relocate the runtime, declare"
              + " every call on an interface with @VisibuildApi, and build damaged files again.");
    }
  }
}
