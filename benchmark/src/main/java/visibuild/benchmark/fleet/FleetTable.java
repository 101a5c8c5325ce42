package visibuild.benchmark.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import visibuild.benchmark.MarkdownTable;

/** Runs a thousand programs through each {@link Hour}, alone and with a store. */
public final class FleetTable {
  private static final int PROGRAMS = 1000;
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration BEGIN = Duration.ofHours(3);
  private static final Duration END = Duration.ofHours(4);
  private static final long SEED = 42;

  private FleetTable() {}

  /** Writes the table {@code fleet}. */
  public static void main(String[] arguments) {
    MarkdownTable table =
        new MarkdownTable(
            "an hour of " + PROGRAMS + " programs",
            "store",
            "token requests",
            "in the busiest minute",
            "calls",
            "of them waited",
            "longest",
            "failed",
            "looks into the store");
    for (Hour hour : Hour.values()) {
      if (!hour.isOfStore()) {
        run(hour, false, table);
      }
      run(hour, true, table);
    }
    table.publish("fleet");
  }

  private static void run(Hour hour, boolean shares, MarkdownTable table) {
    VirtualTime time = new VirtualTime();
    VirtualServer server = new VirtualServer(time, hour.revokesOlder());
    @Nullable VirtualStore store = shares ? new VirtualStore(time) : null;
    Fleet fleet = new Fleet(time, server, store, SEED);
    fleet.start(PROGRAMS, START);
    time.run(BEGIN);
    fleet.calls().clear();
    long looksBefore = store == null ? 0 : store.looks();
    hour.happen(fleet, store);
    time.run(END);
    List<Duration> requests =
        server.requests().stream().filter(at -> at.compareTo(BEGIN) > 0).toList();
    Calls calls = fleet.calls();
    table.row(
        hour.title(),
        shares ? "yes" : "no",
        Integer.toString(requests.size()),
        Long.toString(busiestMinute(requests)),
        Long.toString(calls.made()),
        Long.toString(calls.waited()),
        calls.longestWait().toMillis() + " ms",
        Long.toString(calls.failed()),
        store == null ? "" : Long.toString(store.looks() - looksBefore));
  }

  private static long busiestMinute(List<Duration> requests) {
    Map<Long, Long> minutes =
        requests.stream()
            .map(Duration::toMinutes)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return minutes.values().stream().mapToLong(count -> count).max().orElse(0);
  }
}
