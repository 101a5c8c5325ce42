package visibuild.internal.retry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when calls may be sent: no faster than a rate, and none during a pause that the server
 * asked for. After a pause the rate grows from 20 calls a second and doubles every 0.4 s ("slow
 * start"), until it reaches the rate before the pause.
 *
 * <p>Calls wait in a queue, in order of arrival. A call that leaves the queue gives its turn back.
 * Only the first call has a time; it wakes the next. Safe for use by several threads; the lock is
 * held for arithmetic only.
 */
public final class RateLimiter {
  /** For all but the first, which are woken when something changes. */
  private static final Duration UNTIL_WOKEN = Duration.ofHours(1);

  /** The interval between calls when a pause has ended. */
  private static final double SLOWEST_INTERVAL = Duration.ofMillis(50).toNanos();

  /** The time after which the interval of a slow start has halved. */
  private static final double HALVING_TIME = Duration.ofMillis(400).toNanos();

  /** The interval that ends a slow start: 5,000 calls a second, reached after 3.2 s. */
  private static final long SHORTEST_INTERVAL = Duration.ofMillis(50).toNanos() >> 8;

  /** The delay of a woken thread that the next calls make up for. */
  private static final long TOLERATED_LATENESS = Duration.ofMillis(10).toNanos();

  /** The time without a call after a pause that ends its effect. */
  private static final long UNUSED_AFTER = Duration.ofMinutes(1).toNanos();

  private static final long NOT_STARTED = Long.MIN_VALUE;

  private final long interval;
  private final LongSupplier nanos;
  private final long origin;
  private final Deque<Wakeup> queue = new ArrayDeque<>();
  private long nextSlot;
  private long pausedUntil;
  private volatile boolean recovering;
  private long recoveryStart = NOT_STARTED;

  /**
   * Creates a limiter without a pause.
   *
   * @param interval the time from one call to the next; zero for no limit
   * @param nanos the current time, as of {@link System#nanoTime}; a clock that a user sets would
   *     make calls wait
   */
  public RateLimiter(Duration interval, LongSupplier nanos) {
    this.interval = interval.toNanos();
    this.nanos = nanos;
    this.origin = nanos.getAsLong();
  }

  /** Takes a turn for a call if it does not have to wait, and returns whether it did. */
  synchronized boolean tryAcquire() {
    long now = now();
    if (!queue.isEmpty() || due() > now) {
      return false;
    }
    nextSlot = now + intervalAt(now);
    return true;
  }

  /**
   * Adds a call to the queue, unless it would wait there longer than it can.
   *
   * @return the expected wait
   */
  synchronized Duration join(Wakeup call, Duration longest) {
    long now = now();
    long first = Math.max(due() - now, 0);
    Duration wait = Duration.ofNanos(first + expectedWait(queue.size(), now));
    if (wait.compareTo(longest) <= 0) {
      queue.add(call);
    }
    return wait;
  }

  /**
   * Returns zero if a queued call may go now, which removes it; otherwise the longest time to
   * sleep.
   */
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
    nextSlot = Math.max(due, now - TOLERATED_LATENESS) + intervalAt(now);
    wakeFirst();
    return Duration.ZERO;
  }

  /** Removes a call from the queue if it is still there. */
  synchronized void leave(Wakeup call) {
    boolean wasFirst = queue.peek() == call;
    queue.remove(call);
    if (wasFirst) {
      wakeFirst();
    }
  }

  /** Returns the time for which no queued call may go. */
  synchronized Duration minimumWait() {
    return Duration.ofNanos(Math.max(due() - now(), 0));
  }

  /** Returns the rest of the pause that the server asked for; zero without one. */
  synchronized Duration pauseLeft() {
    return Duration.ofNanos(Math.max(pausedUntil - now(), 0));
  }

  /**
   * Lets no call go for {@code wait}, because the server asked for it.
   *
   * @return whether a pause began, rather than went on or grew
   */
  synchronized boolean pause(Duration wait) {
    long now = now();
    boolean begins = pausedUntil <= now;
    long until = now + wait.toNanos();
    if (until > pausedUntil) {
      pausedUntil = until;
      // Some of the calls may not have that much time.
      queue.forEach(Wakeup::signal);
    }
    recovering = true;
    recoveryStart = NOT_STARTED;
    return begins;
  }

  /** Returns whether a pause goes on, or the rate has not grown back since. */
  boolean isRestrained() {
    return recovering;
  }

  /** Ends the slow start if the rate has grown back, and returns whether this call ended it. */
  synchronized boolean tryEndRecovery() {
    long now = now();
    if (!recovering || recoveryStart == NOT_STARTED || slowStartAt(now) > fullSpeed()) {
      return false;
    }
    recovering = false;
    return true;
  }

  /** Returns whether the last pause ended a minute ago or more, and no call came since. */
  synchronized boolean isUnused() {
    return queue.isEmpty() && recoveryStart == NOT_STARTED && now() - pausedUntil >= UNUSED_AFTER;
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

  /** The first call after a pause starts the growth. */
  private long intervalAt(long now) {
    if (!recovering) {
      return interval;
    }
    if (recoveryStart == NOT_STARTED) {
      recoveryStart = now;
    }
    return Math.max(interval, slowStartAt(now));
  }

  private long slowStartAt(long now) {
    return (long) (SLOWEST_INTERVAL / Math.pow(2, (now - recoveryStart) / HALVING_TIME));
  }

  private long fullSpeed() {
    return Math.max(interval, SHORTEST_INTERVAL);
  }

  /**
   * Returns the time that {@code calls} take one after the other: the integral of the growing rate,
   * or the constant interval.
   */
  private long expectedWait(int calls, long now) {
    if (!recovering || calls == 0) {
      return interval * calls;
    }
    double perHalving = HALVING_TIME / Math.log(2);
    double current = recoveryStart == NOT_STARTED ? SLOWEST_INTERVAL : slowStartAt(now);
    double growing = perHalving * Math.log1p(calls * Math.max(current, 1) / perHalving);
    return Math.max(interval * calls, (long) growing);
  }

  private long now() {
    return nanos.getAsLong() - origin;
  }
}
