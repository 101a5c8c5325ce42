package visibuild.internal.time;

import java.time.Duration;

/** Runs short work after a delay, in another thread than the caller's. */
@FunctionalInterface
public interface Scheduler {
  /**
   * Schedules {@code work}, which must not block.
   *
   * @return a handle that cancels the work, so that no timer outlives its purpose
   * @throws java.util.concurrent.RejectedExecutionException if the scheduler was shut down
   */
  Cancellable schedule(Duration delay, Runnable work);

  /** Scheduled work that can be cancelled. */
  @FunctionalInterface
  interface Cancellable {
    /** Cancels the work unless it has started. */
    void cancel();
  }
}
