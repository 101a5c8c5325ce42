package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A copy stays true, whatever changes while it is made and whenever the program dies. */
class IncrementalSyncTest {
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  record Item(String id, int version, Instant updatedAt) {}

  /** The program dies. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A Visibuild whose records change while they are read; its clock is not the program's. */
  private static final class Server {
    private final Map<String, Item> items = new TreeMap<>();
    private final Random random;
    private final Duration skew;
    private final int pageSize;
    private Instant now = Instant.parse("2027-03-01T08:00:00Z");
    private boolean still;
    private boolean writesSeconds;

    Server(Random random, Duration skew, int pageSize) {
      this.random = random;
      this.skew = skew;
      this.pageSize = pageSize;
    }

    void live() {
      for (int i = random.nextInt(4); i > 0 && !still; i--) {
        now = now.plusMillis(random.nextInt(5_000));
        String id = "id-" + (10 + random.nextInt(30));
        int version = items.containsKey(id) ? items.get(id).version() + 1 : 1;
        Instant changed = now.plus(skew);
        items.put(
            id,
            new Item(
                id, version, writesSeconds ? changed.truncatedTo(ChronoUnit.SECONDS) : changed));
      }
      now = now.plusMillis(random.nextInt(3_000));
    }

    Paged<Item> changes(@Nullable Instant since) {
      return Paged.of(
          (size, cursor) -> {
            live();
            List<Item> rest =
                items.values().stream()
                    .filter(item -> since == null || item.updatedAt().isAfter(since))
                    .filter(item -> cursor == null || item.id().compareTo(cursor) > 0)
                    .sorted(Comparator.comparing(Item::id))
                    .toList();
            List<Item> page = rest.subList(0, Math.min(pageSize, rest.size()));
            String next = rest.size() > pageSize ? page.get(pageSize - 1).id() : null;
            return new Page<>(page, next);
          });
    }

    Clock programsClock() {
      return new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
    }
  }

  /** The program's copy, which outlives the program. */
  private static final class Copy implements SyncTarget<Item> {
    private final Map<String, Item> items = new TreeMap<>();
    private final Map<Item, Integer> deliveries = new HashMap<>();
    private final Random random;
    private final int crashes;
    private SyncPoint point = SyncPoint.start();

    Copy(Random random, int crashes) {
      this.random = random;
      this.crashes = crashes;
    }

    @Override
    public void process(List<Item> records) {
      mayCrash();
      for (Item record : records) {
        deliveries.merge(record, 1, Integer::sum);
        items.merge(record.id(), record, (a, b) -> a.version() > b.version() ? a : b);
      }
      mayCrash();
    }

    @Override
    public void reached(SyncPoint point) {
      this.point = point;
      mayCrash();
    }

    private void mayCrash() {
      if (random.nextInt(100) < crashes) {
        throw new Crash();
      }
    }
  }

  /** A copy in a database, with a transaction for each page or for a whole run. */
  private static final class TransactedCopy implements SyncTarget<Item> {
    private final Random random;
    private final boolean ofWholeRuns;
    private int failures;
    private Map<String, Item> committed = new TreeMap<>();
    private SyncPoint point = SyncPoint.start();
    private Map<String, Item> open = new TreeMap<>();
    private SyncPoint openPoint = point;

    TransactedCopy(Random random, int failures, boolean ofWholeRuns) {
      this.random = random;
      this.failures = failures;
      this.ofWholeRuns = ofWholeRuns;
    }

    void runOnce(IncrementalSync<Item> sync) {
      open = new TreeMap<>(committed);
      try {
        sync.run(point, this);
        mayRollBack();
        commit();
      } catch (Crash e) {
        // Rolled back: the next run begins with what is committed.
      }
    }

    @Override
    public void process(List<Item> records) {
      if (!ofWholeRuns) {
        open = new TreeMap<>(committed);
      }
      mayRollBack();
      records.forEach(record -> open.put(record.id(), record));
    }

    @Override
    public void reached(SyncPoint point) {
      mayRollBack();
      openPoint = point;
      if (!ofWholeRuns) {
        commit();
      }
    }

    private void mayRollBack() {
      if (random.nextInt(100) < failures) {
        throw new Crash();
      }
    }

    private void commit() {
      committed = new TreeMap<>(open);
      point = openPoint;
    }
  }

  @Property(tries = 500)
  void theCopyIsTrueInTheEnd(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll @IntRange(min = -9, max = 9) int skewSeconds,
      @ForAll @IntRange(max = 30) int crashes) {
    Random random = new Random(seed);
    Server server = new Server(random, Duration.ofSeconds(skewSeconds), pageSize);
    Copy copy = new Copy(random, crashes);

    for (int run = 0; run < 20; run++) {
      runAsNewProgram(server, copy);
    }
    server.still = true;
    // Two whole runs: the first may have begun before the last change.
    for (int whole = 0; whole < 2; ) {
      whole += runAsNewProgram(server, copy) ? 1 : 0;
    }

    assertThat(copy.items).isEqualTo(server.items);
  }

  @Property(tries = 300)
  void theCopyIsTrueThoughTransactionsRollBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll @IntRange(min = -9, max = 9) int skewSeconds,
      @ForAll @IntRange(max = 20) int failures,
      @ForAll boolean ofWholeRuns) {
    Server server = new Server(new Random(seed), Duration.ofSeconds(skewSeconds), pageSize);
    server.writesSeconds = true;
    TransactedCopy copy = new TransactedCopy(new Random(seed), failures, ofWholeRuns);
    IncrementalSync<Item> sync = sync(server);

    for (int run = 0; run < 20; run++) {
      copy.runOnce(sync);
    }
    server.still = true;
    copy.failures = 0;
    copy.runOnce(sync);
    copy.runOnce(sync);

    assertThat(copy.committed).isEqualTo(server.items);
  }

  @Test
  void toBeginAnewReadsEverythingAgain() {
    Server server = new Server(new Random(1), Duration.ZERO, 5);
    Copy copy = new Copy(new Random(1), 0);
    IncrementalSync<Item> sync = sync(server);
    sync.run(SyncPoint.start(), copy);
    server.still = true;
    sync.run(copy.point, copy);
    Copy other = new Copy(new Random(1), 0);

    sync.run(SyncPoint.start(), other);

    assertThat(other.items).isNotEmpty().isEqualTo(server.items);
  }

  @Test
  void twoChangesWithinASecondBothArrive() {
    Instant second = Instant.parse("2027-03-01T08:00:00Z");
    List<Item> listed = new ArrayList<>(List.of(new Item("a", 1, second)));
    Copy copy = new Copy(new Random(1), 0);
    IncrementalSync<Item> sync =
        IncrementalSync.of(since -> Paged.of(listed), Item::id, Item::updatedAt)
            .clock(Clock.fixed(second, ZoneOffset.UTC));
    sync.run(copy.point, copy);
    listed.set(0, new Item("a", 2, second));

    sync.run(copy.point, copy);

    assertThat(copy.items).containsEntry("a", new Item("a", 2, second));
  }

  @Test
  void aListWithALimitIsRefusedBeforeAnythingIsRead() {
    IncrementalSync<Item> sync =
        IncrementalSync.of(since -> Paged.<Item>of(List.of()).limit(10), Item::id, Item::updatedAt);

    assertThatThrownBy(() -> sync.run(SyncPoint.start(), new Copy(new Random(1), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The list of changes has a limit, and what is behind it would never be read; leave"
                + " limit(...) out of what IncrementalSync.of is given.");
  }

  @Property(tries = 300)
  void withoutACrashNothingIsProcessedTwice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll @IntRange(min = -9, max = 9) int skewSeconds) {
    Random random = new Random(seed);
    Server server = new Server(random, Duration.ofSeconds(skewSeconds), pageSize);
    Copy copy = new Copy(random, 0);
    IncrementalSync<Item> sync = sync(server);

    for (int run = 0; run < 20; run++) {
      sync.run(copy.point, copy);
    }

    assertThat(copy.deliveries.values()).allMatch(times -> times == 1);
  }

  @Test
  void thePointIsTheBeginningOfTheRun() {
    Server server = new Server(new Random(1), Duration.ZERO, 5);
    Instant began = server.now;

    SyncPoint point = sync(server).run(SyncPoint.start(), new Copy(new Random(1), 0));

    assertThat(point).isEqualTo(SyncPoint.since(began));
  }

  @Test
  void aPageThatWasNotProcessedIsNotReached() {
    List<SyncPoint> reached = new ArrayList<>();
    SyncTarget<Item> failing =
        new SyncTarget<>() {
          @Override
          public void process(List<Item> records) {
            throw new Crash();
          }

          @Override
          public void reached(SyncPoint point) {
            reached.add(point);
          }
        };

    assertThatThrownBy(
            () -> sync(new Server(new Random(1), Duration.ZERO, 5)).run(SyncPoint.start(), failing))
        .isInstanceOf(Crash.class);
    assertThat(reached).isEmpty();
  }

  private static boolean runAsNewProgram(Server server, Copy copy) {
    try {
      sync(server).run(copy.point, copy);
      return true;
    } catch (Crash e) {
      return false;
    }
  }

  private static IncrementalSync<Item> sync(Server server) {
    return IncrementalSync.of(server::changes, Item::id, Item::updatedAt)
        .overlap(OVERLAP)
        .clock(server.programsClock());
  }
}
