package visibuild.spring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import visibuild.AccessUsage;
import visibuild.AccessUsageLog;
import visibuild.spring.failure.InvalidVisibuildConfigurationException;

/**
 * The usage log of the program, if its properties ask for one. It writes the counts so far when the
 * context stops, because Spring Boot closes the logging system before it destroys beans.
 */
final class UsageLog implements SmartLifecycle, AutoCloseable {
  /** After the web server and the program's own lifecycles, before the logging system. */
  private static final int PHASE = Integer.MIN_VALUE + 1024;

  private final @Nullable AccessUsageLog log;
  private volatile boolean running;

  /**
   * Starts the log.
   *
   * @param name the name of the program, if the properties set none; may be empty
   * @throws InvalidVisibuildConfigurationException if a property has no usable value
   */
  UsageLog(UsageLogProperties properties, AccessUsage usage, String name) {
    log = properties.isOn() ? start(properties, usage, name) : null;
  }

  private static AccessUsageLog start(
      UsageLogProperties properties, AccessUsage usage, String name) {
    String program = properties.program();
    AccessUsageLog.Builder builder =
        AccessUsageLog.builder(usage)
            .program(program == null || program.isBlank() ? name : program);
    Path file = properties.givenFile();
    if (file != null) {
      builder.file(usable(file));
    }
    Duration interval = properties.interval();
    if (interval != null) {
      try {
        builder.interval(interval);
      } catch (IllegalArgumentException e) {
        throw new InvalidVisibuildConfigurationException(
            "visibuild.usage-log.interval: " + e.getMessage(), e);
      }
    }
    return builder.start();
  }

  /** A wrong path would only be noticed in the log, after the first interval. */
  private static Path usable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new InvalidVisibuildConfigurationException(
          "visibuild.usage-log.file names %s, which is no file in an existing folder; create the folder or name another file."
              .formatted(file),
          null);
    }
    return file;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  @Override
  public void start() {
    running = true;
  }

  /** Writes the counts so far, and goes on: a stopped context can be started again. */
  @Override
  public void stop() {
    running = false;
    if (log != null) {
      log.flush();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Writes the last interval. */
  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }
}
