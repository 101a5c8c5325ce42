package visibuild.benchmark.call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import visibuild.benchmark.MarkdownTable;

/**
 * Whole processes from their start to their end with one call, the token request included.
 * Generated and hand-written client take turns, so that other load affects both, and both read
 * {@code java.time}. Measured without further options, and with an archive of the program's classes
 * ({@link ClassArchive}).
 */
public final class FirstCallTable {
  private static final int PAIRS = 21;
  private static final Pattern NANOS = Pattern.compile("(?m)^(\\d+) (\\d+)$");

  private FirstCallTable() {}

  private record Cost(double wallMillis, double cpuMillis, double callMillis) {}

  private record Pair(Cost ours, Cost byHand) {}

  /** Writes the table {@code first}; the number of pairs may be given. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int pairs = arguments.length == 0 ? PAIRS : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("first-call");
    String classPath = ClassArchive.jars(System.getProperty("java.class.path"), folder);
    List<Pair> plain = new ArrayList<>();
    List<Pair> archived = new ArrayList<>();
    try (LoopbackServer server = LoopbackServer.start()) {
      ClassArchive ours = new ClassArchive(folder.resolve("visibuild"));
      ClassArchive byHand = new ClassArchive(folder.resolve("hand-written"));
      run(ours.recordOptions(), classPath, Contender.VISIBUILD, server);
      run(byHand.recordOptions(), classPath, Contender.RETROFIT, server);
      for (int i = 0; i < pairs; i++) {
        plain.add(
            new Pair(
                run(List.of(), classPath, Contender.VISIBUILD, server),
                run(List.of(), classPath, Contender.RETROFIT, server)));
        archived.add(
            new Pair(
                run(ours.options(), classPath, Contender.VISIBUILD, server),
                run(byHand.options(), classPath, Contender.RETROFIT, server)));
      }
    }
    String archive = ", with " + ClassArchive.name();
    new MarkdownTable(
            "a process with one call, median of " + pairs, "visibuild", "hand-written", "ratio")
        .row(row("wall time", plain, Cost::wallMillis))
        .row(row("CPU time, all threads", plain, Cost::cpuMillis))
        .row(row("of the wall time: client and call", plain, Cost::callMillis))
        .row(row("wall time" + archive, archived, Cost::wallMillis))
        .row(row("CPU time, all threads" + archive, archived, Cost::cpuMillis))
        .row(row("of the wall time: client and call" + archive, archived, Cost::callMillis))
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

  private static Cost run(
      List<String> options, String classPath, Contender contender, LoopbackServer server)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-cp", classPath, FirstCall.class.getName(), contender.name(), server.url()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(contender + " failed: " + output);
    }
    double wall = (System.nanoTime() - start) / 1e6;
    // A JVM that records classes may add lines.
    MatchResult nanos =
        NANOS
            .matcher(output)
            .results()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(contender + " printed " + output));
    return new Cost(
        wall, Long.parseLong(nanos.group(2)) / 1e6, Long.parseLong(nanos.group(1)) / 1e6);
  }
}
