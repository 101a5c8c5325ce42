package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import visibuild.VisibuildException;
import visibuild.benchmark.soak.SoakApi.NewSoakTicket;
import visibuild.benchmark.soak.SoakApi.SoakTicket;

/** One thread of the program: makes call after call, and compares each with the server's record. */
final class SoakWorker implements Runnable {
  private static final int WRITES_EVERY = 4;

  /** Longer than the machine's own delays; a call that takes longer than it must is a stall. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final int number;
  private final SoakApi api;
  private final SoakServer server;
  private final Rates rates;
  private final Disturbances disturbances;
  private final Findings findings;
  private volatile boolean stopped;

  SoakWorker(
      int number,
      SoakApi api,
      SoakServer server,
      Rates rates,
      Disturbances disturbances,
      Findings findings) {
    this.number = number;
    this.api = api;
    this.server = server;
    this.rates = rates;
    this.disturbances = disturbances;
    this.findings = findings;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    for (long i = 1; !stopped; i++) {
      String name = "call-" + number + "-" + i;
      call(name, i % WRITES_EVERY == 0);
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(15, 26));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void call(String name, boolean isWrite) {
    (isWrite ? findings.writes : findings.reads).increment();
    long startNanos = System.nanoTime();
    @Nullable Throwable failure = null;
    @Nullable SoakTicket ticket = null;
    try {
      ticket = isWrite ? api.create(new NewSoakTicket(name)) : api.get(name);
      rates.count();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    long endNanos = System.nanoTime();
    CallRecord call = server.call(name);
    if (isWrite && failure != null) {
      awaitCrossing(call);
    }
    server.remove(name);
    checkTime(name, call, startNanos, endNanos);
    if (isWrite) {
      checkWrite(name, call, failure);
    }
    if (failure != null) {
      checkFailure(name, call, isWrite, failure);
    } else if (ticket == null || !ticket.equals(new SoakTicket(name, "Ticket " + name))) {
      findings.wrongResponses.increment();
      findings.example(name + " got " + ticket);
    }
  }

  /**
   * Waits for the server to find a request that crossed its close of the connection: the client
   * sees the end of the connection before the server reads the request.
   */
  private static void awaitCrossing(CallRecord call) {
    long end = System.nanoTime() + TOLERANCE.toNanos();
    while (!call.isAmbiguous() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private void checkTime(String name, CallRecord call, long startNanos, long endNanos) {
    long allowed =
        call.ownNanos() + TOLERANCE.toNanos() + disturbances.pauseNanos(startNanos, endNanos);
    long beyond = endNanos - startNanos - allowed;
    if (beyond > 0) {
      findings.stalls.increment();
      findings.longestStallNanos.accumulate(endNanos - startNanos);
      findings.example(
          "%s took %d ms, %d ms longer than allowed"
              .formatted(name, (endNanos - startNanos) / 1_000_000, beyond / 1_000_000));
    }
  }

  private void checkWrite(String name, CallRecord call, @Nullable Throwable failure) {
    if (call.processed() > 1) {
      findings.doubleWrites.increment();
      findings.example(name + " was processed " + call.processed() + " times");
    }
    boolean isLost = call.processed() == 0 && (failure == null || !call.isAmbiguous());
    if (isLost) {
      findings.lostWrites.increment();
      findings.example(name + " was never processed: " + failure);
    }
  }

  private void checkFailure(String name, CallRecord call, boolean isWrite, Throwable failure) {
    if (isWrite && call.isAmbiguous() && failure instanceof VisibuildException) {
      findings.expectedFailures.increment();
    } else {
      findings.unexpectedFailures.increment();
      findings.example(name + " failed with " + failure);
    }
  }
}
