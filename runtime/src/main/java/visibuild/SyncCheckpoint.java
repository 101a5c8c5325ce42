package visibuild;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an {@link IncrementalSync} got: what a program stores, and begins with the next time.
 *
 * @param since everything that changed before was read; {@code null} if nothing was read yet
 * @param startedAt when the run began that is not done yet; {@code null} if none is open
 * @param cursor the page with which that run goes on; {@code null} if it is at its first
 * @since 0.1
 */
public record SyncCheckpoint(
    @Nullable Instant since, @Nullable Instant startedAt, @Nullable String cursor) {
  private static final SyncCheckpoint START = new SyncCheckpoint(null, null, null);

  /** Where a program begins that has read nothing yet. */
  public static SyncCheckpoint start() {
    return START;
  }

  /** Where a program begins that has everything up to {@code since}. */
  public static SyncCheckpoint since(Instant since) {
    return new SyncCheckpoint(since, null, null);
  }
}
