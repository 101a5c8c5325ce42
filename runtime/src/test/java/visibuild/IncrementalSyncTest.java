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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import visibuild.ChangingServer.Item;

/** A copy stays true, whatever changes while it is made and whenever the program dies. */
class IncrementalSyncTest {
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  @Property(tries = 500)
  void theCopyIsTrueInTheEnd(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll @IntRange(min = -9, max = 9) int skewSeconds,
      @ForAll @IntRange(max = 30) int crashes) {
    Random random = new Random(seed);
    ChangingServer server = new ChangingServer(random, Duration.ofSeconds(skewSeconds), pageSize);
    CrashingCopy copy = new CrashingCopy(random, crashes);

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
    ChangingServer server =
        new ChangingServer(new Random(seed), Duration.ofSeconds(skewSeconds), pageSize);
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
            "The list of changes has a limit, and what is behind it would never be read; leave"
                + " limit(...) out of what IncrementalSync.of is given.");
  }

  @Property(tries = 300)
  void withoutACrashNothingIsProcessedTwice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 7) int pageSize,
      @ForAll @IntRange(min = -9, max = 9) int skewSeconds) {
    Random random = new Random(seed);
    ChangingServer server = new ChangingServer(random, Duration.ofSeconds(skewSeconds), pageSize);
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
