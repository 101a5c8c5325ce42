package visibuild.internal.error;

/**
 * Carries an {@link Error} through Retrofit. Retrofit throws some errors on a thread of OkHttp
 * where no caller sees them, and the future of the call would never complete.
 */
public final class WrappedError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Wraps {@code error}. */
  public WrappedError(Error error) {
    super(error);
  }

  /** Returns the error that is meant. */
  public Error error() {
    return (Error) getCause();
  }
}
