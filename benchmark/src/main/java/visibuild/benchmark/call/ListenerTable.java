package visibuild.benchmark.call;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import visibuild.benchmark.MarkdownTable;

/** Measures {@link ListenerBenchmark}: time and bytes of a call with and without a listener. */
public final class ListenerTable {
  private ListenerTable() {}

  /** Writes the table {@code listener}. */
  public static void main(String[] arguments) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ListenerBenchmark.class.getName())
                    .forks(3)
                    .warmupIterations(10)
                    .warmupTime(TimeValue.seconds(3))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .build())
            .run();
    MarkdownTable table = new MarkdownTable("one call, 1 KB, memory", "time", "bytes");
    for (RunResult result : results) {
      table.row(
          "listener " + result.getParams().getParam("listener").toLowerCase(Locale.ROOT),
          "%.2f ± %.2f µs"
              .formatted(
                  result.getPrimaryResult().getScore(), result.getPrimaryResult().getScoreError()),
          "%.0f B"
              .formatted(
                  Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                      .getScore()));
    }
    table.publish("listener");
  }
}
