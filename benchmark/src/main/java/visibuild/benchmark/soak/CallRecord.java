package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The server's record of one call: its faults, and how often it was processed. */
final class CallRecord {
  /** The client's limit before its first retry; it doubles. */
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

  /** Fewer than the client's retries, so that every repeatable call succeeds. */
  private static final int MAX_FAULTS = 2;

  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger processed = new AtomicInteger();
  private final AtomicLong ownNanos = new AtomicLong();
  private volatile boolean isAmbiguous;

  /** Returns whether the call may be made to fail once more. */
  boolean mayFail() {
    return faults.get() < MAX_FAULTS;
  }

  /** Records a fault, and the wait that it costs the client. */
  void add(Fault fault, Duration serverTime) {
    int number = faults.getAndIncrement();
    ownNanos.addAndGet(serverTime.toNanos());
    if (fault.isAmbiguous()) {
      isAmbiguous = true;
      ownNanos.addAndGet(FIRST_BACKOFF.toNanos() << number);
    }
  }

  /** Records that the request was processed. */
  void process() {
    processed.incrementAndGet();
  }

  int processed() {
    return processed.get();
  }

  /** Returns whether a write may fail, because its fault left open whether it was processed. */
  boolean isAmbiguous() {
    return isAmbiguous;
  }

  /** Returns the time that the call may take because of the server. */
  long ownNanos() {
    return ownNanos.get();
  }
}
