package visibuild.internal.auth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import visibuild.internal.time.Scheduler;

/**
 * Time that passes when a test says so. In a hurry, what is due within the hurry's bound runs at
 * once, and the time it would have waited is over.
 */
public final class ManualTimer implements Scheduler {
  /** What another thread does just when somebody wants to be woken; once. */
  public Runnable atNextWait = () -> {};

  private record Entry(long dueNanos, Runnable work) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::dueNanos));
  private final List<Duration> delays = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - Duration.ofHours(1).toNanos();
  private Duration hurry = Duration.ZERO;
  private boolean ended;

  /** Runs at once what would wait less than {@code bound}. */
  public synchronized void hurry(Duration bound) {
    hurry = bound;
  }

  /** All that was waited for so far. */
  public synchronized List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** How much work waits now. */
  public synchronized int waiting() {
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

  /** Waits until somebody wants to be woken after exactly {@code delay}. */
  public synchronized void awaitDelay(Duration delay) throws InterruptedException {
    while (!delays.contains(delay)) {
      wait();
    }
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable work) {
    Runnable meanwhile = atNextWait;
    atNextWait = () -> {};
    meanwhile.run();
    synchronized (this) {
      if (ended) {
        throw new RejectedExecutionException();
      }
      delays.add(delay);
      if (delay.compareTo(hurry) >= 0) {
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
