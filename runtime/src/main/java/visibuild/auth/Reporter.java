package visibuild.auth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import visibuild.TokenEvent;
import visibuild.TokenListener;

/** Tells the user's listener what happens; it cannot break what tells it. */
public final class Reporter {
  private static final Logger LOG = System.getLogger("visibuild.auth");

  private final TokenListener listener;

  /** Tells {@code listener}. */
  public Reporter(TokenListener listener) {
    this.listener = listener;
  }

  /** Tells of {@code event}. */
  public void report(TokenEvent event) {
    try {
      listener.on(event);
    } catch (Throwable e) {
      // Its message is not ours, so it may hold anything; its type says enough to find it.
      LOG.log(
          Level.WARNING,
          "The token listener failed ({0}) at {1}",
          e.getClass().getName(),
          event.getClass().getSimpleName());
    }
  }

  /** Writes a line that an operator should see. */
  void warn(String message) {
    LOG.log(Level.WARNING, message);
  }
}
