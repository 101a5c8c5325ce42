package visibuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import visibuild.ChangingServer.Item;

/** A copy stays true, whatever changes while it is made and whenever the program dies. */
@Tag("slow")
class IncrementalSyncTest {
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  /**
   * A history of changes and failures.
   *
   * @param seed decides all that is random in it, so that a failing history can be repeated
   */
  record History(long seed, int pageSize, int skewSeconds, int failures, boolean ofWholeRuns) {
    Duration skew() {
      return Duration.ofSeconds(skewSeconds);
    }
  }

  /** All combinations of the smallest and largest values, then random ones. */
  static List<History> histories(int random, int mostFailures) {
    List<History> histories = new ArrayList<>();
    Random seeds = new Random(4711);
    for (int pageSize : new int[] {1, 2, 6, 7}) {
      for (int skew : new int[] {-9, -1, 0, 1, 9}) {
        for (int failures : new int[] {0, 1, mostFailures}) {
          for (boolean wholeRuns : new boolean[] {false, true}) {
            histories.add(new History(seeds.nextLong(), pageSize, skew, failures, wholeRuns));
          }
        }
      }
    }
    for (int i = 0; i < random; i++) {
      histories.add(
          new History(
              seeds.nextLong(),
              1 + seeds.nextInt(7),
              seeds.nextInt(19) - 9,
              seeds.nextInt(mostFailures + 1),
              seeds.nextBoolean()));
    }
    return histories;
  }

  static List<History> crashes() {
    return histories(500, 30);
  }

  static List<History> rollbacks() {
    return histories(300, 20);
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void theCopyIsTrueInTheEnd(History history) {
    Random random = new Random(history.seed());
    ChangingServer server = new ChangingServer(random, history.skew(), history.pageSize());
    CrashingCopy copy = new CrashingCopy(random, history.failures());

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

  @ParameterizedTest
  @MethodSource("rollbacks")
  void theCopyIsTrueThoughTransactionsRollBack(History history) {
    ChangingServer server =
        new ChangingServer(new Random(history.seed()), history.skew(), history.pageSize());
    server.writesSeconds = true;
    TransactedCopy copy =
        new TransactedCopy(new Random(history.seed()), history.failures(), history.ofWholeRuns());
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
    ChangingServer server = new ChangingServer(new Random(1), Duration.ZERO, 5);
    CrashingCopy copy = new CrashingCopy(new Random(1), 0);
    IncrementalSync<Item> sync = sync(server);
    sync.run(SyncCheckpoint.start(), copy);
    server.still = true;
    sync.run(copy.point, copy);
    CrashingCopy other = new CrashingCopy(new Random(1), 0);

    sync.run(SyncCheckpoint.start(), other);

    assertThat(other.items).isNotEmpty().isEqualTo(server.items);
  }

  @Test
  void twoChangesWithinASecondBothArrive() {
    Instant second = Instant.parse("2027-03-01T08:00:00Z");
    List<Item> listed = new ArrayList<>(List.of(new Item("a", 1, second)));
    CrashingCopy copy = new CrashingCopy(new Random(1), 0);
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

    assertThatThrownBy(() -> sync.run(SyncCheckpoint.start(), new CrashingCopy(new Random(1), 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The list of changes has a limit, so later changes would never be read; leave"
                + " limit(...) out of what IncrementalSync.of is given.");
  }

  @ParameterizedTest
  @MethodSource("rollbacks")
  void withoutACrashNothingIsProcessedTwice(History history) {
    Random random = new Random(history.seed());
    ChangingServer server = new ChangingServer(random, history.skew(), history.pageSize());
    CrashingCopy copy = new CrashingCopy(random, 0);
    IncrementalSync<Item> sync = sync(server);

    for (int run = 0; run < 20; run++) {
      sync.run(copy.point, copy);
    }

    assertThat(copy.deliveries.values()).allMatch(times -> times == 1);
  }

  @Test
  void thePointIsTheBeginningOfTheRun() {
    ChangingServer server = new ChangingServer(new Random(1), Duration.ZERO, 5);
    Instant began = server.now;

    SyncCheckpoint point =
        sync(server).run(SyncCheckpoint.start(), new CrashingCopy(new Random(1), 0));

    assertThat(point).isEqualTo(SyncCheckpoint.since(began));
  }

  @Test
  void aPageThatWasNotProcessedIsNotReached() {
    List<SyncCheckpoint> reached = new ArrayList<>();
    SyncHandler<Item> failing =
        new SyncHandler<>() {
          @Override
          public void onRecords(List<Item> records) {
            throw new Crash();
          }

          @Override
          public void onCheckpoint(SyncCheckpoint point) {
            reached.add(point);
          }
        };

    assertThatThrownBy(
            () ->
                sync(new ChangingServer(new Random(1), Duration.ZERO, 5))
                    .run(SyncCheckpoint.start(), failing))
        .isInstanceOf(Crash.class);
    assertThat(reached).isEmpty();
  }

  private static boolean runAsNewProgram(ChangingServer server, CrashingCopy copy) {
    try {
      sync(server).run(copy.point, copy);
      return true;
    } catch (Crash e) {
      return false;
    }
  }

  private static IncrementalSync<Item> sync(ChangingServer server) {
    return IncrementalSync.of(server::changes, Item::id, Item::updatedAt)
        .overlap(OVERLAP)
        .clock(server.programsClock());
  }
}
