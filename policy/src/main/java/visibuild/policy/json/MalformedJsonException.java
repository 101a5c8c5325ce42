package visibuild.policy.json;

/** Text that is no JSON, or not the JSON that was asked for. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Creates an exception for a problem on {@code line}, counted from 1. */
  public MalformedJsonException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
