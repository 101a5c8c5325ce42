package visibuild.benchmark.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.function.ToDoubleFunction;
import visibuild.benchmark.MarkdownTable;

/**
 * The first call in a fresh JVM, from the building of the client to the ticket, the token request
 * included. Generated and hand-written client take turns, so that what slows the machine slows
 * both.
 */
public final class FirstCallTable {
  private static final int PAIRS = 21;

  private FirstCallTable() {}

  private record Cost(double wallMillis, double cpuMillis) {}

  private record Pair(Cost ours, Cost byHand) {}

  /** Writes the table {@code first}; the number of pairs may be given. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int pairs = arguments.length == 0 ? PAIRS : Integer.parseInt(arguments[0]);
    List<Pair> measured = new ArrayList<>();
    try (LoopbackServer server = LoopbackServer.start()) {
      for (int i = 0; i < pairs; i++) {
        measured.add(new Pair(run(Contender.VISIBUILD, server), run(Contender.RETROFIT, server)));
      }
    }
    new MarkdownTable(
            "first call in a fresh JVM, median of " + pairs, "visibuild", "hand-written", "ratio")
        .row(row("wall time", measured, Cost::wallMillis))
        .row(row("CPU time, all threads", measured, Cost::cpuMillis))
        .publish("first");
  }

  private static String[] row(String name, List<Pair> pairs, ToDoubleFunction<Cost> cost) {
    return new String[] {
      name,
      "%.0f ms".formatted(median(pairs, pair -> cost.applyAsDouble(pair.ours()))),
      "%.0f ms".formatted(median(pairs, pair -> cost.applyAsDouble(pair.byHand()))),
      "%.2f"
          .formatted(
              median(
                  pairs,
                  pair -> cost.applyAsDouble(pair.ours()) / cost.applyAsDouble(pair.byHand())))
    };
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> value) {
    return pairs.stream()
        .mapToDouble(value)
        .sorted()
        .skip(pairs.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static Cost run(Contender contender, LoopbackServer server)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstCall.class.getName(),
                contender.name(),
                server.url())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(contender + " failed");
    }
    Scanner nanos = new Scanner(output);
    return new Cost(nanos.nextLong() / 1e6, nanos.nextLong() / 1e6);
  }
}
