package visibuild.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody's word that some methods may write for a while.
 *
 * @param write the methods
 * @param approvedBy who said so
 * @param until the last day on which it counts, in UTC
 * @param reason why; empty if nothing was written
 * @param written where the approval stands
 * @since 0.1
 */
public record Approval(
    NamePattern write,
    String approvedBy,
    LocalDate until,
    Optional<String> reason,
    SourcePosition written) {
  /** Whether it no longer counts on {@code today}. */
  public boolean expiredOn(LocalDate today) {
    return today.isAfter(until);
  }
}
