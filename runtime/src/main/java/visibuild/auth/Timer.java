package visibuild.auth;

import java.time.Duration;

/** Runs work after a while, in a thread of its own. */
@FunctionalInterface
public interface Timer {
  /**
   * Runs {@code work}, which takes no time, once {@code delay} has passed.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the timer was ended
   */
  void after(Duration delay, Runnable work);
}
