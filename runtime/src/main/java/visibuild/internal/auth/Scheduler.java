package visibuild.internal.auth;

import java.time.Duration;

/** Runs work after a while, in a thread of its own. */
@FunctionalInterface
public interface Scheduler {
  /**
   * Runs {@code work}, which takes no time, once {@code delay} has passed.
   *
   * @return takes it back, so that nothing waits for what is over
   * @throws java.util.concurrent.RejectedExecutionException if the timer was ended
   */
  Runnable schedule(Duration delay, Runnable work);
}
