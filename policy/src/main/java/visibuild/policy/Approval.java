package visibuild.policy;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A time-limited permission for some methods to write.
 *
 * @param write the methods
 * @param approvedBy the approver
 * @param until the last day of validity, in UTC
 * @param reason the reason; empty if the policy gives none
 * @param written the position of the approval in the policy
 * @since 0.1
 */
public record Approval(
    NamePattern write,
    String approvedBy,
    LocalDate until,
    Optional<String> reason,
    SourcePosition written) {
  /** Returns whether the approval has expired on {@code today}. */
  public boolean expiredOn(LocalDate today) {
    return today.isAfter(until);
  }
}
