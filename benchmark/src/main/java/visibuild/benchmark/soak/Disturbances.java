package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Disturbs the server once in ten seconds, for a moment, each time in another way. Safe for use by
 * several threads.
 */
final class Disturbances {
  /** The longest time to 90 % of the undisturbed rate. */
  static final Duration LONGEST_RECOVERY = Duration.ofSeconds(5);

  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final Duration LENGTH = Duration.ofMillis(700);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SoakServer server;
  private final Rates rates;
  private final List<Disturbance> past = new CopyOnWriteArrayList<>();

  /**
   * A disturbance.
   *
   * @param endNanos the end of the last pause that the server asked for
   */
  record Disturbance(Fault fault, long startNanos, long endNanos) {
    private long overlap(long fromNanos, long toNanos) {
      long from = Math.max(startNanos, fromNanos);
      long to = Math.min(endNanos + LONGEST_RECOVERY.toNanos(), toNanos);
      return Math.max(to - from, 0);
    }
  }

  Disturbances(SoakServer server, Rates rates) {
    this.server = server;
    this.rates = rates;
  }

  /** Disturbs until {@code endNanos}; the last disturbance leaves time for the recovery. */
  void run(long endNanos) throws InterruptedException {
    // The first seconds warm up.
    rates.disturb(System.nanoTime(), System.nanoTime() + PERIOD.dividedBy(2).toNanos());
    Thread.sleep(PERIOD.toMillis());
    for (int i = 0; endNanos - System.nanoTime() > PERIOD.toNanos(); i++) {
      long next = System.nanoTime() + PERIOD.toNanos();
      disturb(Fault.DISTURBANCES.get(i % Fault.DISTURBANCES.size()));
      sleepUntil(next);
    }
    sleepUntil(endNanos);
  }

  private void disturb(Fault fault) throws InterruptedException {
    long start = System.nanoTime();
    if (fault == Fault.REVOKED_TOKENS) {
      server.tokens.revokeAll();
    } else {
      server.faults.disturb(fault);
      Thread.sleep(LENGTH.toMillis());
      server.faults.disturb(null);
    }
    boolean pauses = fault == Fault.TOO_MANY_REQUESTS || fault == Fault.RETRY_LATER;
    long end = System.nanoTime() + (pauses ? RETRY_AFTER.toNanos() : 0);
    past.add(new Disturbance(fault, start, end));
    rates.disturb(start, end + LONGEST_RECOVERY.toNanos());
  }

  /**
   * Returns the time of a call in which all calls pause or slowly start again after a 429. The
   * current disturbance counts only once it is past, so ask after the call.
   */
  long pauseNanos(long fromNanos, long toNanos) {
    return past.stream()
        .filter(each -> each.fault() == Fault.TOO_MANY_REQUESTS)
        .mapToLong(each -> each.overlap(fromNanos, toNanos))
        .sum();
  }

  List<Disturbance> past() {
    return past;
  }

  /** Returns how long the rate took to recover; empty if longer than allowed. */
  OptionalDouble recovery(Disturbance disturbance, double undisturbed) {
    return rates.secondsUntil(0.9 * undisturbed, disturbance.endNanos(), LONGEST_RECOVERY);
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left).toMillis());
    }
  }
}
