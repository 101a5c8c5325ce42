package visibuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changed since the last time, page by page, so that a copy of Visibuild's records stays
 * true.
 *
 * <pre>{@code
 * IncrementalSync<Visi> sync =
 *     IncrementalSync.of(
 *         since -> visis.ofProject(projectId, since), Visi::id, Visi::updatedAt);
 *
 * sync.run(store.load(), new SyncTarget<>() {
 *   public void process(List<Visi> records) { store.put(records); }
 *   public void reached(SyncPoint point) { store.save(point); }
 * });
 * }</pre>
 *
 * <p>A record that changes while its list is read may be on a page that was read before. So a run
 * that ends counts as of its beginning, and the next one asks for what changed a little before that
 * ({@link #overlap}), which makes up for clocks that differ too. What comes again because of that
 * and was processed already is left out. A run that breaks off goes on where it stopped. Deletions
 * are not among the changes that Visibuild lists.
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

  /** What was processed and may come again: when each record had changed. */
  private final Map<String, Instant> processed = new HashMap<>();

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
   * Makes a sync.
   *
   * @param changes asks for what changed after an instant, or for all when given {@code null}
   * @param id tells a record's id
   * @param updatedAt tells when a record changed last
   */
  public static <T> IncrementalSync<T> of(
      Function<@Nullable Instant, Paged<T>> changes,
      Function<T, String> id,
      Function<T, Instant> updatedAt) {
    return new IncrementalSync<>(changes, id, updatedAt, USUAL_OVERLAP, Clock.systemUTC());
  }

  /**
   * The same, which reads again what changed in the last {@code overlap} before the previous run:
   * as much as the clocks here and there may differ, and a change may take until it is listed. 5
   * minutes where nothing is said.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public IncrementalSync<T> overlap(Duration overlap) {
    if (overlap.isNegative()) {
      throw new IllegalArgumentException("The overlap is " + overlap + "; give 0 or more.");
    }
    return new IncrementalSync<>(changes, id, updatedAt, overlap, clock);
  }

  /** The same, which tells the time by {@code clock}. */
  public IncrementalSync<T> clock(Clock clock) {
    return new IncrementalSync<>(changes, id, updatedAt, overlap, clock);
  }

  /**
   * Reads what changed since {@code from}, to its end.
   *
   * @param from where the last run got: what {@link SyncTarget#reached} was told last
   * @return where this run got
   * @throws VisibuildException if a page cannot be fetched; to run again from where the target was
   *     told last goes on there
   */
  public SyncPoint run(SyncPoint from, SyncTarget<T> target) {
    Instant began = from.began() == null ? clock.instant() : from.began();
    @Nullable Instant since = from.since() == null ? null : from.since().minus(overlap);
    Iterator<Page<T>> pages = changes.apply(since).from(from.cursor()).pages().iterator();
    while (true) {
      Page<T> page = pages.next();
      target.process(page.items().stream().filter(this::isNew).toList());
      remember(page.items(), began);
      if (page.next() == null) {
        SyncPoint end = SyncPoint.since(began);
        forget(began);
        target.reached(end);
        return end;
      }
      target.reached(new SyncPoint(from.since(), began, page.next()));
    }
  }

  private boolean isNew(T record) {
    return !updatedAt.apply(record).equals(processed.get(id.apply(record)));
  }

  private void remember(List<T> records, Instant began) {
    for (T record : records) {
      Instant changed = updatedAt.apply(record);
      // What changed earlier does not come again.
      if (changed.isAfter(began.minus(overlap))) {
        processed.put(id.apply(record), changed);
      }
    }
  }

  private void forget(Instant began) {
    processed.values().removeIf(changed -> !changed.isAfter(began.minus(overlap)));
  }
}
