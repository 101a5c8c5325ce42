package visibuild.internal.http;

import java.io.IOException;

/**
 * The server closed an idle connection, or sent something unexpected on it, before anything of the
 * request was sent. OkHttp removes the connection, so the next attempt uses another.
 */
public final class StaleConnectionException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean isReused;

  /**
   * Creates the failure.
   *
   * @param isReused whether the connection carried a response before
   */
  StaleConnectionException(boolean isReused) {
    super("the server closed the connection before anything was sent");
    this.isReused = isReused;
  }

  /** Returns whether the connection carried a response before, so that a new one may do better. */
  public boolean isReused() {
    return isReused;
  }
}
