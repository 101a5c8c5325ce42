package visibuild.benchmark.token;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import visibuild.benchmark.MarkdownTable;

/** Measures {@link TokenBenchmark} with 1, 8 and 64 threads. */
public final class TokenTable {
  private TokenTable() {}

  /** Writes the table {@code token}. */
  public static void main(String[] arguments) throws RunnerException {
    Map<Keeper, RunResult> alone = run(1);
    Map<Keeper, RunResult> few = run(8);
    Map<Keeper, RunResult> many = run(64);
    MarkdownTable table =
        new MarkdownTable("ns for one token", "1 thread", "8 threads", "64 threads", "B");
    alone.forEach(
        (keeper, result) ->
            table.row(
                keeper.title(),
                nanos(result),
                nanos(few.get(keeper)),
                nanos(many.get(keeper)),
                bytes(result)));
    table.publish("token");
  }

  private static Map<Keeper, RunResult> run(int threads) throws RunnerException {
    Map<Keeper, RunResult> results = new EnumMap<>(Keeper.class);
    new Runner(
            new OptionsBuilder()
                .include(TokenBenchmark.class.getName())
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(7)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build())
        .run()
        .forEach(
            result -> results.put(Keeper.valueOf(result.getParams().getParam("keeper")), result));
    return results;
  }

  private static String nanos(@Nullable RunResult result) {
    return "%.1f".formatted(Objects.requireNonNull(result).getPrimaryResult().getScore());
  }

  private static String bytes(RunResult result) {
    return "%.0f"
        .formatted(
            Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore());
  }
}
