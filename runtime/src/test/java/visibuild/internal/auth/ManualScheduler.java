package visibuild.internal.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import visibuild.internal.time.Scheduler;

/**
 * A scheduler with a clock that a test advances. Work with a delay below a bound runs at once, and
 * the clock advances by that delay.
 */
public final class ManualScheduler implements Scheduler {
  /** Runs once, just before the next work is scheduled, as another thread might. */
  public Runnable onNextSchedule = () -> {};

  private record Entry(long dueNanos, Runnable work) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::dueNanos));
  private final List<Duration> delays = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - Duration.ofHours(1).toNanos();
  private Duration inlineBound = Duration.ZERO;
  private boolean ended;

  /** Runs work at once if its delay is below {@code bound}. */
  public synchronized void runDelaysBelow(Duration bound) {
    inlineBound = bound;
  }

  /** Returns the delays of all work that was scheduled so far. */
  public synchronized List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** Returns the number of entries that are due later. */
  public synchronized int pending() {
    return entries.size();
  }

  public synchronized long nanos() {
    return nanos;
  }

  public synchronized void end() {
    ended = true;
  }

  public synchronized void restart() {
    ended = false;
  }

  /** Waits until work with exactly this delay was scheduled. */
  public synchronized void awaitDelay(Duration delay) throws InterruptedException {
    while (!delays.contains(delay)) {
      wait();
    }
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable work) {
    Runnable meanwhile = onNextSchedule;
    onNextSchedule = () -> {};
    meanwhile.run();
    synchronized (this) {
      if (ended) {
        throw new RejectedExecutionException();
      }
      delays.add(delay);
      if (delay.compareTo(inlineBound) >= 0) {
        Entry entry = new Entry(nanos + delay.toNanos(), work);
        entries.add(entry);
        notifyAll();
        return () -> remove(entry);
      }
      nanos += delay.toNanos();
    }
    work.run();
    return () -> {};
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }

  public void advance(Duration duration) {
    long until;
    synchronized (this) {
      until = nanos + duration.toNanos();
    }
    while (true) {
      Entry next;
      synchronized (this) {
        next = entries.peek();
        if (next == null || next.dueNanos - until > 0) {
          nanos = until;
          return;
        }
        entries.remove();
        nanos = next.dueNanos;
      }
      next.work.run();
    }
  }
}
