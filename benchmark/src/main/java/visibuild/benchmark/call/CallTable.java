package visibuild.benchmark.call;

import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import visibuild.benchmark.MarkdownTable;

/** Measures {@link CallBenchmark}: time and bytes of each contender. */
public final class CallTable {
  private CallTable() {}

  /** Writes the table {@code call}. */
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(CallBenchmark.class.getName())
                    .forks(2)
                    .warmupIterations(4)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run();
    MarkdownTable table =
        new MarkdownTable(
            "one call",
            "1 KB, memory",
            "1 KB, loopback",
            "200 records, memory",
            "200 records, loopback");
    for (Contender contender : Contender.values()) {
      table.row(
          contender.title(),
          cell(results, contender, Transport.MEMORY, "ticket"),
          cell(results, contender, Transport.LOOPBACK, "ticket"),
          cell(results, contender, Transport.MEMORY, "tickets"),
          cell(results, contender, Transport.LOOPBACK, "tickets"));
    }
    table.publish("call");
  }

  private static String cell(
      Collection<RunResult> results, Contender contender, Transport transport, String method) {
    RunResult result =
        results.stream()
            .filter(each -> each.getParams().getBenchmark().endsWith("." + method))
            .filter(each -> contender.name().equals(each.getParams().getParam("contender")))
            .filter(each -> transport.name().equals(each.getParams().getParam("transport")))
            .findFirst()
            .orElseThrow();
    return "%.1f µs, %.0f B"
        .formatted(
            result.getPrimaryResult().getScore(),
            Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore());
  }
}
