package visibuild.benchmark.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import visibuild.ClientCredentials;
import visibuild.Scope;
import visibuild.Visibuild;
import visibuild.benchmark.MarkdownTable;

/**
 * Runs the soak test for 5 minutes, or as {@code --minutes n} or {@code --seconds n} states.
 *
 * <p>Exits with status 1 if a bar breaks: a wrong response, a write that is lost or done twice, an
 * unexpected exception, a stall, a leftover of the closed client, or a rate that takes more than 5
 * s to recover.
 */
public final class SoakTable {
  private static final int THREADS = 16;
  private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(5);
  private static final Duration MAX_LENGTH = Duration.ofHours(12);

  private final Duration length;
  private final Findings findings = new Findings();
  private final List<String> broken = new ArrayList<>();

  private SoakTable(Duration length) {
    this.length = length;
  }

  /** Writes the table {@code soak}. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(brokenBars(length(arguments)).isEmpty() ? 0 : 1);
  }

  /** Runs the soak test, and returns the bars that broke. */
  static List<String> brokenBars(Duration length) throws InterruptedException {
    SoakTable soak = new SoakTable(length);
    soak.run();
    return soak.broken;
  }

  private static Duration length(String[] arguments) {
    if (arguments.length == 0) {
      return DEFAULT_LENGTH;
    }
    if (arguments.length == 2 && arguments[1].matches("[0-9]{1,6}")) {
      long number = Long.parseLong(arguments[1]);
      Duration length =
          switch (arguments[0]) {
            case "--minutes" -> Duration.ofMinutes(number);
            case "--seconds" -> Duration.ofSeconds(number);
            default -> Duration.ZERO;
          };
      if (length.compareTo(Duration.ofSeconds(20)) >= 0 && length.compareTo(MAX_LENGTH) <= 0) {
        return length;
      }
    }
    throw new IllegalArgumentException(
        "Give --minutes or --seconds, from 20 seconds to 12 hours; 5 minutes is the default.");
  }

  private void run() throws InterruptedException {
    Leftovers leftovers = new Leftovers();
    try (SoakServer server = new SoakServer()) {
      Rates rates = new Rates(length);
      Disturbances disturbances = new Disturbances(server, rates);
      long end = System.nanoTime() + length.toNanos();
      Visibuild visibuild =
          Visibuild.builder()
              .baseUrl(server.url())
              .credential(ClientCredentials.of("soak", "soak", Scope.READ_WRITE))
              .build();
      SoakApi api = SoakApiClient.create(visibuild.writeAccess());
      List<SoakWorker> workers = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SoakWorker worker = new SoakWorker(i, api, server, rates, disturbances, findings);
        workers.add(worker);
        threads.add(new Thread(worker, "soak-worker-" + i));
      }
      double heapAtStart = Leftovers.heapMegabytes();
      threads.forEach(Thread::start);
      disturbances.run(end);
      double heapAtEnd = Leftovers.heapMegabytes();
      workers.forEach(SoakWorker::stop);
      for (Thread thread : threads) {
        thread.join();
      }
      visibuild.close();
      leftovers.await(server);
      MarkdownTable table = new MarkdownTable("soak of " + length.toSeconds() + " s", "");
      addCalls(table, server);
      addRates(table, rates, disturbances, end);
      addLeftovers(table, leftovers, server);
      table.row(
          "heap after collection: before, at the end, closed",
          "%.1f, %.1f, %.1f MB".formatted(heapAtStart, heapAtEnd, Leftovers.heapMegabytes()));
      table.publish("soak");
    }
    findings.examples().forEach(System.out::println);
    System.out.println(broken.isEmpty() ? "All bars hold." : "Broken: " + broken);
  }

  private void addCalls(MarkdownTable table, SoakServer server) {
    table.row("threads", Integer.toString(THREADS));
    table.row("reads", Long.toString(findings.reads.sum()));
    table.row("writes", Long.toString(findings.writes.sum()));
    table.row("tokens issued", Long.toString(server.tokens.issued()));
    table.row(
        "writes that failed, and may have been processed",
        Long.toString(findings.expectedFailures.sum()));
    zero(table, "wrong responses", findings.wrongResponses.sum());
    zero(table, "writes done twice", findings.doubleWrites.sum());
    zero(table, "writes lost", findings.lostWrites.sum());
    zero(table, "unexpected exceptions", findings.unexpectedFailures.sum());
    zero(table, "stalls beyond the server's own", findings.stalls.sum());
  }

  private void addRates(MarkdownTable table, Rates rates, Disturbances disturbances, long end) {
    double undisturbed = rates.undisturbed(end);
    table.row("undisturbed rate", "%.0f calls/s".formatted(undisturbed));
    for (Fault fault : Fault.DISTURBANCES) {
      List<OptionalDouble> recoveries =
          disturbances.past().stream()
              .filter(each -> each.fault() == fault)
              .map(each -> disturbances.recovery(each, undisturbed))
              .toList();
      if (recoveries.isEmpty()) {
        continue;
      }
      boolean isSlow = recoveries.stream().anyMatch(OptionalDouble::isEmpty);
      double longest =
          recoveries.stream().mapToDouble(each -> each.orElse(Double.NaN)).max().orElse(0);
      table.row(
          "longest recovery after " + recoveries.size() + " × " + fault.title(),
          isSlow ? "more than 5 s" : "%.1f s".formatted(longest));
      if (isSlow) {
        broken.add("recovery after " + fault.title());
      }
    }
  }

  private void addLeftovers(MarkdownTable table, Leftovers leftovers, SoakServer server) {
    zero(table, "connections open after close()", server.openConnections());
    zero(table, "threads running after close()", leftovers.threads().size());
    leftovers.threads().forEach(findings::example);
  }

  private void zero(MarkdownTable table, String subject, long count) {
    table.row(subject, Long.toString(count));
    if (count != 0) {
      broken.add(subject);
    }
  }
}
