package visibuild.policy;

import visibuild.policy.json.MalformedJsonException;

/**
 * A descriptor, policy or lock that cannot be read. The message names the file, the line and the
 * problem.
 *
 * @since 0.1
 */
public final class MalformedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;

  MalformedFileException(String file, MalformedJsonException cause) {
    super(file + ":" + cause.line() + ": " + cause.getMessage() + ".", cause);
    this.file = file;
    this.line = cause.line();
  }

  /** The name of the file, as the reader was given it. */
  public String file() {
    return file;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
