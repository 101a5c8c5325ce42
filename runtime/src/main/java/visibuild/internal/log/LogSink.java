package visibuild.internal.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Where a log is said. */
public interface LogSink {
  /** Whether anybody wants to read it. */
  boolean isOpen();

  /** Says {@code text}. */
  void log(String text);

  /** The logger {@code visibuild.http}, at {@code DEBUG}. */
  static LogSink ofLogger() {
    Logger logger = System.getLogger("visibuild.http");
    return new LogSink() {
      @Override
      public boolean isOpen() {
        return logger.isLoggable(Level.DEBUG);
      }

      @Override
      public void log(String text) {
        logger.log(Level.DEBUG, text);
      }
    };
  }

  /** Whoever the program names. */
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
