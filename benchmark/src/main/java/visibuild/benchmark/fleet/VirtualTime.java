package visibuild.benchmark.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import visibuild.internal.time.Clocks;
import visibuild.internal.time.Scheduler;

/** Time that passes from one event to the next, as fast as the events are done. */
final class VirtualTime extends Clock implements Scheduler {
  private static final long BEGINNING_MILLIS = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private record Event(long nanos, long number, Runnable work) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::nanos).thenComparingLong(Event::number));
  private long nanos;
  private long number;

  /** The time since the beginning. */
  Duration passed() {
    return Duration.ofNanos(nanos);
  }

  /** Returns both clocks of a token; they do not drift apart. */
  Clocks clocks() {
    return new Clocks(this, () -> nanos, Duration.ZERO);
  }

  /** Returns an executor that runs each task after {@code delay}. */
  Executor threads(Duration delay) {
    return work -> {
      Cancellable unused = schedule(delay, work);
    };
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable work) {
    Event event = new Event(nanos + delay.toNanos(), number++, work);
    events.add(event);
    return () -> events.remove(event);
  }

  /** Does all that is due until {@code end}. */
  void run(Duration end) {
    for (Event next = events.poll();
        next != null && next.nanos() <= end.toNanos();
        next = events.poll()) {
      nanos = next.nanos();
      next.work().run();
    }
  }

  @Override
  public long millis() {
    return BEGINNING_MILLIS + passed().toMillis();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
