package visibuild;

import java.util.List;

/**
 * Where an {@link IncrementalSync} brings its records.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
public interface SyncTarget<T> {
  /**
   * Takes the records of a page. After a crash, or after {@link #reached} threw, some come again,
   * so put them by their ids, and keep the newer of two.
   */
  void process(List<T> records);

  /**
   * Stores how far the sync got; called when the page up to here was processed. Where it throws,
   * the page counts as not processed.
   */
  void reached(SyncPoint point);
}
