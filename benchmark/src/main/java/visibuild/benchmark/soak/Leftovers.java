package visibuild.benchmark.soak;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Finds what a closed client left behind: threads, connections and heap. */
final class Leftovers {
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  /** The threads of OkHttp and Okio that all clients of a JVM share; they end by themselves. */
  private static final Set<String> SHARED = Set.of("OkHttp TaskRunner", "Okio Watchdog");

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  /** Returns the heap in use after a collection, in MB. */
  static double heapMegabytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** Waits until no thread or connection of the client is left, and no longer than ten seconds. */
  void await(SoakServer server) throws InterruptedException {
    BooleanSupplier isClean = () -> threads().isEmpty() && server.openConnections() == 0;
    long end = System.nanoTime() + LONGEST_END.toNanos();
    while (!isClean.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
  }

  /** Returns the names of the client's threads that still run. */
  Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.isAlive())
        .map(Thread::getName)
        .filter(name -> !name.equals(SoakServer.THREADS) && !SHARED.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
