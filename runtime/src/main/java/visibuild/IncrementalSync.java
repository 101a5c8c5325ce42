package visibuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed since the last time, page by page, so that a copy of Visibuild's records stays
 * true.
 *
 * <pre>{@code
 * IncrementalSync<Visi> sync =
 *     IncrementalSync.of(
 *         since -> visis.changed(projectId, since, null), Visi::id, Visi::updatedAt);
 *
 * sync.run(store.load(), new SyncHandler<>() {
 *   public void onRecords(List<Visi> records) { store.put(records); }
 *   public void onCheckpoint(SyncCheckpoint checkpoint) { store.save(checkpoint); }
 * });
 * }</pre>
 *
 * <p>A record that changes while its list is read may be on a page that was read before. So a run
 * that ends counts as of its beginning, and the next one asks for what changed a little before that
 * ({@link #overlap}), which makes up for clocks that differ too. What comes again because of that,
 * equal in every component, is left out, as long as each run begins at the point that the run
 * before reached; a run from any other point, as after a transaction that was rolled back, leaves
 * nothing out. A run that breaks off goes on where it stopped. Deletions are not among the changes
 * that Visibuild lists.
 *
 * <p>Not safe for use by several threads; one for each list and copy.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
public final class IncrementalSync<T> {
  private static final Duration USUAL_OVERLAP = Duration.ofMinutes(5);

  private final Function<@Nullable Instant, Paged<T>> changes;
  private final Function<T, String> id;
  private final Function<T, Instant> updatedAt;
  private final Duration overlap;
  private final Clock clock;

  /** The records that the handler has and that may come again. */
  private final Map<String, T> processed = new HashMap<>();

  /** The point to which {@link #processed} belongs: what the target took last. */
  private @Nullable SyncCheckpoint reached;

  private IncrementalSync(
      Function<@Nullable Instant, Paged<T>> changes,
      Function<T, String> id,
      Function<T, Instant> updatedAt,
      Duration overlap,
      Clock clock) {
    this.changes = changes;
    this.id = id;
    this.updatedAt = updatedAt;
    this.overlap = overlap;
    this.clock = clock;
  }

  /**
   * Creates a sync.
   *
   * @param changes lists the records that changed after an instant, or all for {@code null}
   * @param id returns a record's id
   * @param updatedAt returns the time of a record's last change
   */
  public static <T> IncrementalSync<T> of(
      Function<@Nullable Instant, Paged<T>> changes,
      Function<T, String> id,
      Function<T, Instant> updatedAt) {
    return new IncrementalSync<>(changes, id, updatedAt, USUAL_OVERLAP, Clock.systemUTC());
  }

  /**
   * Returns a sync that reads again the changes in the last {@code overlap} before the previous
   * run. The overlap covers clock differences and the delay until a change is listed. The default
   * is 5 minutes.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public IncrementalSync<T> overlap(Duration overlap) {
    if (overlap.isNegative()) {
      throw new IllegalArgumentException("The overlap is " + overlap + "; give 0 or more.");
    }
    return new IncrementalSync<>(changes, id, updatedAt, overlap, clock);
  }

  /** Returns a sync that uses {@code clock}. */
  public IncrementalSync<T> clock(Clock clock) {
    return new IncrementalSync<>(changes, id, updatedAt, overlap, clock);
  }

  /**
   * Reads all changes since {@code from}.
   *
   * @param from the last checkpoint that {@link SyncHandler#onCheckpoint} received
   * @return the checkpoint at the end of this run
   * @throws VisibuildException if a page cannot be fetched; a run from the last received checkpoint
   *     continues there
   * @throws IllegalArgumentException if the list of changes has a {@link Paged#limit}
   */
  public SyncCheckpoint run(SyncCheckpoint from, SyncHandler<T> target) {
    if (!from.equals(reached)) {
      // The handler may lack the records that were processed on the way to another checkpoint.
      processed.clear();
    }
    // Whole milliseconds, so that the point is the same one after it was stored.
    Instant began =
        from.startedAt() == null
            ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
            : from.startedAt();
    try (Stream<Page<T>> stream = changes(from).pages()) {
      Iterator<Page<T>> pages = stream.iterator();
      while (true) {
        Page<T> page = pages.next();
        boolean isLast = page.next() == null;
        SyncCheckpoint point =
            isLast
                ? SyncCheckpoint.since(began)
                : new SyncCheckpoint(from.since(), began, page.next());
        target.onRecords(page.items().stream().filter(this::isNew).toList());
        target.onCheckpoint(point);
        remember(page.items(), point, began);
        if (isLast) {
          forget(began);
          return point;
        }
      }
    }
  }

  private Paged<T> changes(SyncCheckpoint from) {
    Paged<T> list = changes.apply(from.since() == null ? null : from.since().minus(overlap));
    if (list.isLimited()) {
      throw new IllegalArgumentException(
          "The list of changes has a limit, so later changes would never be read; leave"
              + " limit(...) out of what IncrementalSync.of is given.");
    }
    return list.from(from.cursor());
  }

  /** By the whole record: two changes within one second may have the same time. */
  private boolean isNew(T record) {
    return !record.equals(processed.get(id.apply(record)));
  }

  private void remember(List<T> records, SyncCheckpoint point, Instant began) {
    for (T record : records) {
      // What changed earlier does not come again.
      if (mayComeAgain(record, began)) {
        processed.put(id.apply(record), record);
      }
    }
    reached = point;
  }

  private void forget(Instant began) {
    processed.values().removeIf(record -> !mayComeAgain(record, began));
  }

  private boolean mayComeAgain(T record, Instant began) {
    return updatedAt.apply(record).isAfter(began.minus(overlap));
  }
}
