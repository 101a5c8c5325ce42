package visibuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an {@link IncrementalSync}, which a program stores and passes to the next run.
 *
 * @param since all earlier changes were read; {@code null} if nothing was read yet
 * @param startedAt the start of the unfinished run; {@code null} if there is none
 * @param cursor the next page of that run; {@code null} for its first page
 * @since 0.1
 */
public record SyncCheckpoint(
    @Nullable Instant since, @Nullable Instant startedAt, @Nullable String cursor) {
  private static final SyncCheckpoint START = new SyncCheckpoint(null, null, null);

  /** Returns the checkpoint of a program that has read nothing yet. */
  public static SyncCheckpoint start() {
    return START;
  }

  /** Returns the checkpoint of a program that has all changes up to {@code since}. */
  public static SyncCheckpoint since(Instant since) {
    return new SyncCheckpoint(since, null, null);
  }
}
