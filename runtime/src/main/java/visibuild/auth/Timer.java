package visibuild.auth;

import java.time.Duration;

/** Runs work after a while, in a thread of its own. */
@FunctionalInterface
public interface Timer {
  /**
   * Runs {@code work}, which takes no time, once {@code delay} has passed.
   *
   * @return takes it back, so that nothing waits for what is over
   * @throws java.util.concurrent.RejectedExecutionException if the timer was ended
   */
  Runnable after(Duration delay, Runnable work);
}
