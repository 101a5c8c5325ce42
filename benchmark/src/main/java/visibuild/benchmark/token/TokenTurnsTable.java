package visibuild.benchmark.token;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import visibuild.benchmark.MarkdownTable;

/**
 * The time of a valid token in one thread. All contenders take turns in one JVM, in batches far
 * shorter than a time slice, so that other programs on the machine hardly change the medians.
 *
 * <p>Each contender has its own loop: a call that several classes share is not inlined.
 */
public final class TokenTurnsTable {
  private static final int BATCH = 5_000;
  private static final int WARM_UP_ROUNDS = 400;
  private static final int ROUNDS = 2_000;

  private TokenTurnsTable() {}

  private static final class Turn {
    private final Keeper keeper;
    private final DoubleSupplier batch;
    private final double[] nanos = new double[ROUNDS];
    private final double[] ratios = new double[ROUNDS];

    Turn(Keeper keeper, DoubleSupplier batch) {
      this.keeper = keeper;
      this.batch = batch;
    }
  }

  /** Writes the table {@code token-turns}. */
  public static void main(String[] arguments) {
    SlowEndpoint endpoint = new SlowEndpoint(Duration.ofHours(1), Duration.ZERO);
    ClockedField limit = new ClockedField(endpoint);
    HandWritten handWritten = new HandWritten(endpoint);
    Google google = new Google(endpoint);
    try (Ours ours = new Ours(endpoint);
        Amazon amazon = new Amazon(endpoint)) {
      List<Turn> turns =
          List.of(
              new Turn(Keeper.CLOCK, () -> batch(limit)),
              new Turn(Keeper.VISIBUILD, () -> batch(ours)),
              new Turn(Keeper.GOOGLE, () -> batch(google)),
              new Turn(Keeper.SYNCHRONIZED, () -> batch(handWritten)),
              new Turn(Keeper.AWS, () -> batch(amazon)));
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        double first = 1;
        for (Turn turn : turns) {
          double nanos = turn.batch.getAsDouble();
          first = turn.keeper == Keeper.CLOCK ? nanos : first;
          if (round >= 0) {
            turn.nanos[round] = nanos;
            turn.ratios[round] = nanos / first;
          }
        }
      }
      publish(turns);
    }
  }

  private static void publish(List<Turn> turns) {
    MarkdownTable table =
        new MarkdownTable("one token, one thread, in turns", "fastest tenth", "median", "ratio");
    for (Turn turn : turns) {
      table.row(
          turn.keeper.title(),
          "%.1f ns".formatted(quantile(turn.nanos, 0.1)),
          "%.1f ns".formatted(quantile(turn.nanos, 0.5)),
          "%.2f".formatted(quantile(turn.ratios, 0.5)));
    }
    table.publish("token-turns");
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * share)];
  }

  private static double batch(ClockedField tokens) {
    long start = System.nanoTime();
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      length += tokens.token().length();
    }
    return nanos(start, length);
  }

  private static double batch(Ours tokens) {
    long start = System.nanoTime();
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      length += tokens.token().length();
    }
    return nanos(start, length);
  }

  private static double batch(Google tokens) {
    long start = System.nanoTime();
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      length += tokens.token().length();
    }
    return nanos(start, length);
  }

  private static double batch(HandWritten tokens) {
    long start = System.nanoTime();
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      length += tokens.token().length();
    }
    return nanos(start, length);
  }

  private static double batch(Amazon tokens) {
    long start = System.nanoTime();
    int length = 0;
    for (int i = 0; i < BATCH; i++) {
      length += tokens.token().length();
    }
    return nanos(start, length);
  }

  /** Returns the time of one token. Looks at {@code length}, so that the loop is not left out. */
  private static double nanos(long start, int length) {
    double nanos = (System.nanoTime() - start) / (double) BATCH;
    if (length == 0) {
      throw new IllegalStateException("The tokens are empty.");
    }
    return nanos;
  }
}
