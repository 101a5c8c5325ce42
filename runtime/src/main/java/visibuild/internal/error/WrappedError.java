package visibuild.internal.error;

import java.io.IOException;
import visibuild.internal.base.Causes;

/**
 * Carries an {@link Error} of a converter through Retrofit, such as {@link OutOfMemoryError}.
 * Retrofit rethrows some errors on its own thread, where a future would wait for ever, and Jackson
 * turns others into exceptions.
 */
public final class WrappedError extends IOException {
  private static final long serialVersionUID = 1L;

  private final Error error;

  /** Wraps {@code error}. */
  public WrappedError(Error error) {
    super(error);
    this.error = error;
  }

  /** Returns the error itself. */
  public Error error() {
    return error;
  }

  /** Throws the error that {@code failure} or one of its causes is. */
  public static void throwIfCausedByError(Throwable failure) throws WrappedError {
    for (Throwable cause : Causes.of(failure)) {
      if (cause instanceof Error error) {
        throw new WrappedError(error);
      }
    }
  }
}
