package visibuild.internal.error;

import java.io.IOException;
import visibuild.VisibuildException;

/**
 * Carries an exception of ours through OkHttp, which lets only {@link IOException} pass from an
 * interceptor to the caller.
 */
public final class WrappedApiIOException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The exception that is meant. */
  private final VisibuildException failure;

  /** Wraps {@code failure} and takes over its message. */
  public WrappedApiIOException(VisibuildException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  VisibuildException failure() {
    return failure;
  }
}
