package visibuild.internal.retry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.QuietLog;

/**
 * Logs long waits to the logger {@code visibuild.retry}: a warning when a pause begins, and lines
 * at {@code INFO} when the rate is back and for each wait of a few seconds. Shows no arguments and
 * no text of the server.
 */
public final class RetryLog {
  private static final Duration LONG_WAIT = Duration.ofSeconds(3);

  /** The destination; null for the logger, so that a start without long waits loads no lambda. */
  private final @Nullable BiConsumer<Level, String> sink;

  private RetryLog(@Nullable BiConsumer<Level, String> sink) {
    this.sink = sink;
  }

  /** Returns a log that writes to the logger. */
  public static RetryLog ofLogger() {
    return new RetryLog(null);
  }

  /** Returns a log that writes to {@code sink}. */
  static RetryLog to(BiConsumer<Level, String> sink) {
    return new RetryLog(sink);
  }

  void pauseBegan(String subject, Duration wait) {
    log(
        Level.WARNING,
        "%s pauses for %s, because Visibuild responded with 429 (too many requests)."
            .formatted(subject, seconds(wait)));
  }

  void rateIsBack(String subject) {
    log(Level.INFO, subject + " is back at its full rate.");
  }

  void waits(String call, Duration wait, String reason) {
    if (wait.compareTo(LONG_WAIT) >= 0) {
      log(Level.INFO, "%s waits for %s, because %s.".formatted(call, seconds(wait), reason));
    }
  }

  private void log(Level level, String line) {
    if (sink == null) {
      QuietLog.write(() -> LazyLogger.LOGGER.log(level, line));
    } else {
      sink.accept(level, line);
    }
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", Math.max(time.toMillis(), 0) / 1000.0);
  }

  /** Looked up at the first line, since most programs never wait. */
  private static final class LazyLogger {
    private static final Logger LOGGER = System.getLogger("visibuild.retry");
  }
}
