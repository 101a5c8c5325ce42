package visibuild.internal.auth;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that fetch tokens. None is started before it is needed, all end when they are idle,
 * and none keeps a program alive.
 */
public final class TokenThreads {
  private static final int IDLE_SECONDS = 10;

  /** Not bounded here, since there is one request at a time for each scope. */
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          daemons("visibuild-token"));

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, daemons("visibuild-token-timer"));

  /** Makes threads that do not run yet. */
  public TokenThreads() {
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Where work that may take long is done. */
  public ExecutorService workers() {
    return workers;
  }

  /** Wakes up later. */
  public Scheduler timer() {
    return (delay, work) -> {
      var task = timer.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> task.cancel(false);
    };
  }

  /** Ends all. */
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
