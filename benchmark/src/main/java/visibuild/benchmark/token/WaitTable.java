package visibuild.benchmark.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import visibuild.benchmark.MarkdownTable;

/**
 * Counts waiting calls while the token endpoint takes 300 ms: under steady load over four expiries,
 * for all contenders at once; and for a herd of a thousand threads that request the first token.
 */
public final class WaitTable {
  private static final Duration DELAY = Duration.ofMillis(300);
  private static final Duration LIFE = Duration.ofSeconds(10);
  private static final int EXPIRIES = 4;
  private static final int HERD = 1000;

  private WaitTable() {}

  /** Writes the table {@code wait}. */
  public static void main(String[] arguments) throws InterruptedException {
    List<Load> loads = new ArrayList<>();
    for (Keeper keeper : EnumSet.complementOf(EnumSet.of(Keeper.VOLATILE, Keeper.CLOCK))) {
      loads.add(new Load(keeper, new SlowEndpoint(LIFE, DELAY)));
    }
    loads.forEach(Load::start);
    Thread.sleep(LIFE.multipliedBy(EXPIRIES).plus(LIFE.dividedBy(2)).toMillis());
    for (Load load : loads) {
      load.stop();
    }
    MarkdownTable table =
        new MarkdownTable(
            "", "herd: token requests", "steady: asks", "of them waited", "longest", "requests");
    for (Load load : loads) {
      table.row(
          load.keeper().title(),
          Integer.toString(herd(load.keeper())),
          Long.toString(load.asks()),
          Long.toString(load.waits()),
          load.longest().toMillis() + " ms",
          Integer.toString(load.requests()));
    }
    table.publish("wait");
    System.exit(0);
  }

  private static int herd(Keeper keeper) throws InterruptedException {
    SlowEndpoint endpoint = new SlowEndpoint(Duration.ofHours(1), DELAY);
    try (Tokens tokens = keeper.tokens(endpoint)) {
      Herd.run(HERD, tokens::token);
    }
    return endpoint.requests();
  }
}
