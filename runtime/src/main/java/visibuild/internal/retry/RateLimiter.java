package visibuild.internal.retry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When the calls of a connection may go out: no faster than the rate, and none before the time that
 * the server named when it last said that they were too many. Who has to wait stands in a queue, in
 * the order of asking; who leaves it takes nothing along. Only the first is told a time, and who
 * goes wakes the next. Safe for use by several threads; holds its lock for arithmetic only.
 */
public final class RateLimiter {
  /** For all but the first, who are woken when something changes. */
  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  /** Between those who waited for a pause to end: all at once would make the next one. */
  private static final long AFTER_PAUSE = Duration.ofMillis(50).toNanos();

  /** So much may those behind make up for when the first woke late. */
  private static final long LATENESS = Duration.ofMillis(10).toNanos();

  private final long interval;
  private final LongSupplier nanos;
  private final long origin;
  private final Deque<Wakeup> queue = new ArrayDeque<>();
  private long nextSlot;
  private long pausedUntil;
  private boolean afterPause;

  /**
   * Makes a pace.
   *
   * @param interval the time from one call to the next; zero for no rate
   * @param nanos what time is told by, as {@link System#nanoTime} does: whoever sets a clock must
   *     not make calls wait for it
   */
  public RateLimiter(Duration interval, LongSupplier nanos) {
    this.interval = interval.toNanos();
    this.nanos = nanos;
    this.origin = nanos.getAsLong();
  }

  /** Lets a call out, unless it has to wait. */
  synchronized boolean tryAcquire() {
    long now = now();
    if (!queue.isEmpty() || due() > now) {
      return false;
    }
    afterPause = false;
    nextSlot = now + interval;
    return true;
  }

  /**
   * Puts a call at the end of the queue, unless it would wait there for longer than it can.
   *
   * @return how long it would wait as things are
   */
  synchronized Duration join(Wakeup call, Duration longest) {
    long first = Math.max(due() - now(), 0);
    Duration wait = Duration.ofNanos(first).plus(Duration.ofNanos(between() * queue.size()));
    if (wait.compareTo(longest) <= 0) {
      queue.add(call);
    }
    return wait;
  }

  /** Lets a call of the queue out: zero if it may go now, else for how long to sleep at most. */
  synchronized Duration turn(Wakeup call) {
    if (queue.peek() != call) {
      return UNTIL_WOKEN;
    }
    long now = now();
    long due = due();
    if (due > now) {
      return Duration.ofNanos(due - now);
    }
    queue.remove();
    nextSlot = Math.max(due, now - LATENESS) + between();
    afterPause = afterPause && !queue.isEmpty();
    wakeFirst();
    return Duration.ZERO;
  }

  /** Takes a call out of the queue if it is still there, since it is not wanted any more. */
  synchronized void leave(Wakeup call) {
    boolean wasFirst = queue.peek() == call;
    queue.remove(call);
    if (wasFirst) {
      wakeFirst();
    }
  }

  /** How long each call of the queue waits at least. */
  synchronized Duration leastWait() {
    return Duration.ofNanos(Math.max(due() - now(), 0));
  }

  /** Whether the server said that there were too many, and the time it named is not over. */
  synchronized boolean isPaused() {
    return pausedUntil > now();
  }

  /** Lets no call out for {@code wait}: the server said that there were too many. */
  synchronized void pause(Duration wait) {
    long until = now() + wait.toNanos();
    if (until > pausedUntil) {
      pausedUntil = until;
      afterPause = true;
      // Some of them may not have so much time.
      queue.forEach(Wakeup::signal);
    }
  }

  private void wakeFirst() {
    @Nullable Wakeup first = queue.peek();
    if (first != null) {
      first.signal();
    }
  }

  private long due() {
    return Math.max(nextSlot, pausedUntil);
  }

  private long between() {
    return afterPause ? Math.max(interval, AFTER_PAUSE) : interval;
  }

  private long now() {
    return nanos.getAsLong() - origin;
  }
}
