package visibuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Visibuild whose records change while they are read; its clock is not the program's. */
final class ChangingServer {
  record Item(String id, int version, Instant updatedAt) {}

  final Map<String, Item> items = new TreeMap<>();
  private final Random random;
  private final Duration skew;
  private final int pageSize;
  Instant now = Instant.parse("2027-03-01T08:00:00Z");
  boolean still;
  boolean writesSeconds;

  ChangingServer(Random random, Duration skew, int pageSize) {
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
          new Item(id, version, writesSeconds ? changed.truncatedTo(ChronoUnit.SECONDS) : changed));
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
