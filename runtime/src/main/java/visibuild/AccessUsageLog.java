package visibuild;

import static visibuild.Preconditions.checkProvided;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import visibuild.internal.base.DaemonThreadFactory;
import visibuild.internal.base.QuietLog;

/**
 * Writes what {@link AccessUsage} counted: one line of JSON for each interval, to a file or to the
 * logger {@code visibuild.usage} at {@code INFO}. A line holds names of interfaces and methods,
 * scopes and numbers, and no data of requests and responses. {@code visibuild audit usage} merges
 * the lines of many processes and weeks, and proposes a smaller policy.
 *
 * <pre>{@code
 * AccessUsage usage = new AccessUsage();
 * try (AccessUsageLog log =
 *         AccessUsageLog.builder(usage).program("desk").file(Path.of("usage.jsonl")).start();
 *     Visibuild visibuild = Visibuild.builder().accessUsage(usage).build()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>Lines are written by a scheduler's thread, so a slow or failing file affects no call. A
 * failure is logged once, and the counts are kept for the next interval. A file is not extended
 * beyond 64 MiB. {@link #close} writes the last interval. Several processes may append to one file.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
public final class AccessUsageLog implements AutoCloseable {
  private static final Logger LOG = System.getLogger("visibuild.usage");

  private final AccessUsage usage;
  private final UsageLine.Origin origin;
  private final Sink sink;
  private final Clock clock;

  /** Serializes the writers. No call takes it, so a slow file delays no call. */
  private final ReentrantLock writing = new ReentrantLock();

  private final Map<AccessUsage.Method, Long> written = new HashMap<>();
  private final Set<AccessUsage.Access> writtenClients = new HashSet<>();
  private Instant from;
  private boolean failed;

  private final @Nullable ScheduledExecutorService ownScheduler;
  private @Nullable Future<?> schedule;
  private boolean closed;

  /** The destination of lines. */
  @FunctionalInterface
  interface Sink {
    void write(String line) throws IOException;
  }

  private AccessUsageLog(Builder builder) {
    this.usage = builder.usage;
    this.origin = new UsageLine.Origin(builder.program, UUID.randomUUID().toString());
    this.clock = builder.clock;
    this.from = builder.clock.instant();
    Path file = builder.file;
    this.sink = file == null ? line -> LOG.log(Level.INFO, line) : new UsageFile(file);
    this.ownScheduler = builder.scheduler == null ? ownScheduler() : null;
    ScheduledExecutorService scheduler =
        builder.scheduler == null ? ownScheduler : builder.scheduler;
    if (scheduler != null) {
      long period = builder.interval.toNanos();
      this.schedule =
          scheduler.scheduleWithFixedDelay(this::flush, period, period, TimeUnit.NANOSECONDS);
    }
  }

  private static ScheduledExecutorService ownScheduler() {
    return Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("visibuild-usage"));
  }

  /** Returns a builder of a log of {@code usage}. */
  public static Builder builder(AccessUsage usage) {
    return new Builder(checkProvided(usage, "access usage"));
  }

  /**
   * Writes the interval up to now, without waiting for its end. Waits for a write that is in
   * progress. Does not throw if writing fails; the counts are then kept for the next interval.
   */
  public void flush() {
    writing.lock();
    try {
      if (!closed) {
        write();
      }
    } finally {
      writing.unlock();
    }
  }

  private void write() {
    try {
      Instant now = clock.instant();
      Instant to = now.isBefore(from) ? from : now;
      for (UsageLine line : UsageLine.of(origin, from, to, newClients(), newCalls())) {
        sink.write(line.text());
        line.clients().forEach(writtenClients::add);
        line.calls().forEach((method, count) -> written.merge(method, count, Long::sum));
      }
      from = to;
      failed = false;
    } catch (IOException | RuntimeException failure) {
      if (!failed) {
        failed = true;
        QuietLog.write(
            () ->
                LOG.log(
                    Level.WARNING,
                    "The access usage cannot be written; its counts are kept and written later. "
                        + failure.getMessage(),
                    failure));
      }
    }
  }

  private List<AccessUsage.Access> newClients() {
    return usage.accesses().stream().filter(access -> !writtenClients.contains(access)).toList();
  }

  private Map<AccessUsage.Method, Long> newCalls() {
    Map<AccessUsage.Method, Long> calls = new HashMap<>();
    usage
        .totals()
        .forEach(
            (method, total) -> {
              long count = total - written.getOrDefault(method, 0L);
              if (count > 0) {
                calls.put(method, count);
              }
            });
    return calls;
  }

  /** Writes the last interval and stops. A second call has no effect. */
  @Override
  public void close() {
    Future<?> running = schedule;
    if (running != null) {
      running.cancel(false);
    }
    if (ownScheduler != null) {
      ownScheduler.shutdown();
    }
    writing.lock();
    try {
      if (!closed) {
        write();
        closed = true;
      }
    } finally {
      writing.unlock();
    }
  }

  /** Collects the settings of a log. Not safe for use by several threads. */
  public static final class Builder {
    private final AccessUsage usage;
    private String program = "";
    private Duration interval = Duration.ofHours(1);
    private Clock clock = Clock.systemUTC();
    private @Nullable Path file;
    private @Nullable ScheduledExecutorService scheduler;

    private Builder(AccessUsage usage) {
      this.usage = usage;
    }

    /** Names the program in each line, so that one collection can hold lines of several. */
    public Builder program(String name) {
      this.program = checkProvided(name, "program name");
      return this;
    }

    /** Appends the lines to {@code file}; by default they go to the logger. */
    public Builder file(Path file) {
      this.file = checkProvided(file, "file");
      return this;
    }

    /**
     * Sets the length of an interval; by default an hour.
     *
     * @throws IllegalArgumentException if it is shorter than a second or longer than a year
     */
    public Builder interval(Duration interval) {
      if (checkProvided(interval, "interval").compareTo(Duration.ofSeconds(1)) < 0
          || interval.compareTo(Preconditions.YEAR) > 0) {
        throw new IllegalArgumentException(
            "The interval is "
                + interval
                + ". Set one of a second or more, and of a year at most.");
      }
      this.interval = interval;
      return this;
    }

    /** Sets the clock for the times in the lines; by default the system's. */
    public Builder clock(Clock clock) {
      this.clock = checkProvided(clock, "clock");
      return this;
    }

    /** Runs the writes on {@code scheduler}, which is not closed; by default on a daemon thread. */
    public Builder scheduler(ScheduledExecutorService scheduler) {
      this.scheduler = checkProvided(scheduler, "scheduler");
      return this;
    }

    /** Starts the first interval. */
    public AccessUsageLog start() {
      return new AccessUsageLog(this);
    }
  }
}
