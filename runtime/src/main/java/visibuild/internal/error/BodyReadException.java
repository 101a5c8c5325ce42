package visibuild.internal.error;

import java.io.IOException;
import visibuild.internal.base.Causes;

/** The connection failed after the start of a response had arrived. */
public final class BodyReadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException failure;

  /** Creates the failure of a body that threw {@code failure} while it was read. */
  public BodyReadException(IOException failure) {
    super(failure);
    this.failure = failure;
  }

  /** Throws the failure of the stream that is one of the causes of {@code failure}. */
  public static void throwIfCausedByStream(Throwable failure) throws BodyReadException {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof BodyReadException broken) {
        throw broken;
      }
    }
  }

  /** Returns what the stream threw. */
  public IOException failure() {
    return failure;
  }
}
