package visibuild;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import visibuild.ChangingServer.Item;

/** A copy in a database, with a transaction for each page or for a whole run. */
final class TransactedCopy implements SyncHandler<Item> {
  private final Random random;
  private final boolean ofWholeRuns;
  int failures;
  Map<String, Item> committed = new TreeMap<>();
  private SyncCheckpoint point = SyncCheckpoint.start();
  private Map<String, Item> open = new TreeMap<>();
  private SyncCheckpoint openPoint = point;

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
  public void onRecords(List<Item> records) {
    if (!ofWholeRuns) {
      open = new TreeMap<>(committed);
    }
    mayRollBack();
    records.forEach(record -> open.put(record.id(), record));
  }

  @Override
  public void onCheckpoint(SyncCheckpoint point) {
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
