package visibuild;

import java.util.List;

/**
 * The receiver of the records of an {@link IncrementalSync}.
 *
 * @param <T> the type of the records
 * @since 0.1
 */
public interface SyncHandler<T> {
  /**
   * Takes the records of a page. After a crash, or after {@link #onCheckpoint} threw, some come
   * again, so put them by their ids, and keep the newer of two.
   */
  void onRecords(List<T> records);

  /**
   * Stores how far the sync got; called when the page up to here was processed. Where it throws,
   * the page counts as not processed.
   */
  void onCheckpoint(SyncCheckpoint point);
}
