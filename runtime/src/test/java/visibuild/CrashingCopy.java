package visibuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import visibuild.ChangingServer.Item;

/** The program's copy, which outlives the program. */
final class CrashingCopy implements SyncHandler<Item> {
  final Map<String, Item> items = new TreeMap<>();
  final Map<Item, Integer> deliveries = new HashMap<>();
  private final Random random;
  private final int crashes;
  SyncCheckpoint point = SyncCheckpoint.start();

  CrashingCopy(Random random, int crashes) {
    this.random = random;
    this.crashes = crashes;
  }

  @Override
  public void onRecords(List<Item> records) {
    mayCrash();
    for (Item record : records) {
      deliveries.merge(record, 1, Integer::sum);
      items.merge(record.id(), record, (a, b) -> a.version() > b.version() ? a : b);
    }
    mayCrash();
  }

  @Override
  public void onCheckpoint(SyncCheckpoint point) {
    this.point = point;
    mayCrash();
  }

  private void mayCrash() {
    if (random.nextInt(100) < crashes) {
      throw new Crash();
    }
  }
}
