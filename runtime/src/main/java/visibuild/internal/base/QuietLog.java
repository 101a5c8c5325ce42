package visibuild.internal.base;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Writes log lines so that a failure of the program's logger changes no call and no token. */
public final class QuietLog {
  private QuietLog() {}

  /** Runs {@code line}, which writes to a log, and ignores an exception of it. */
  public static void write(Runnable line) {
    try {
      line.run();
    } catch (RuntimeException e) {
      // The log is the only place where this could be reported.
    }
  }

  /** Returns whether {@code logger} logs at {@code level}; false if it throws an exception. */
  public static boolean isLoggable(Logger logger, Level level) {
    try {
      return logger.isLoggable(level);
    } catch (RuntimeException e) {
      return false;
    }
  }
}
