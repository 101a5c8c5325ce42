package visibuild.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import visibuild.internal.base.QuietLog;

/** The destination of a log. */
public interface LogSink {
  /** Returns whether the log is read; if not, no text is made for it. */
  boolean isOpen();

  /** Writes {@code text} to the log. */
  void log(String text);

  /** Returns the logger {@code visibuild.http} at {@code DEBUG}. */
  static LogSink ofLogger() {
    Logger logger = System.getLogger("visibuild.http");
    return new LogSink() {
      @Override
      public boolean isOpen() {
        return QuietLog.isLoggable(logger, Level.DEBUG);
      }

      @Override
      public void log(String text) {
        logger.log(Level.DEBUG, text);
      }
    };
  }

  /** Returns a sink that hands the log to {@code reader}. */
  static LogSink to(Consumer<String> reader) {
    return new LogSink() {
      @Override
      public boolean isOpen() {
        return true;
      }

      @Override
      public void log(String text) {
        reader.accept(text);
      }
    };
  }
}
