package visibuild.internal.auth;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import visibuild.internal.base.DaemonThreadFactory;
import visibuild.internal.time.Scheduler;

/**
 * The threads that fetch tokens, and the timer for their timeouts and pauses. All are daemons,
 * start when they are needed, and end when they have been idle for ten seconds.
 */
public final class TokenThreads implements Scheduler {
  private static final int IDLE_SECONDS = 10;

  /** Without a bound, since each scope has one refresh at a time. */
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new DaemonThreadFactory("visibuild-token"));

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, new DaemonThreadFactory("visibuild-token-timer"));

  /** Creates the pools without any thread. */
  public TokenThreads() {
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Returns the executor for work that may block. */
  public ExecutorService workers() {
    return workers;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable work) {
    var task = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  /** Stops all threads. */
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
  }
}
