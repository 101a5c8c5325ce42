package visibuild.benchmark.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Eight threads that ask for a token again and again. */
final class Load {
  private static final int THREADS = 8;
  private static final long PAUSE_MILLIS = 5;

  /**
   * A call that waits for the endpoint waits for most of its 300 ms; a busy machine causes no such
   * gap.
   */
  private static final Duration WAIT = Duration.ofMillis(150);

  private final Keeper keeper;
  private final SlowEndpoint endpoint;
  private final Tokens tokens;
  private final List<Thread> threads = new ArrayList<>();
  private final LongAdder asks = new LongAdder();
  private final LongAdder waits = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
  private volatile boolean stopped;

  Load(Keeper keeper, SlowEndpoint endpoint) {
    this.keeper = keeper;
    this.endpoint = endpoint;
    this.tokens = keeper.tokens(endpoint);
    for (int i = 0; i < THREADS; i++) {
      threads.add(new Thread(this::ask));
    }
  }

  /** Begins, once the first token is there: that all wait for the first is no news. */
  void start() {
    String unused = tokens.token();
    threads.forEach(Thread::start);
  }

  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
    tokens.close();
  }

  Keeper keeper() {
    return keeper;
  }

  long asks() {
    return asks.sum();
  }

  long waits() {
    return waits.sum();
  }

  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  int requests() {
    return endpoint.requests();
  }

  private void ask() {
    while (!stopped) {
      long began = System.nanoTime();
      String unused = tokens.token();
      long took = System.nanoTime() - began;
      asks.increment();
      longest.accumulate(took);
      if (took > WAIT.toNanos()) {
        waits.increment();
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
