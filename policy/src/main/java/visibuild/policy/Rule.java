package visibuild.policy;

/**
 * What a policy or a lock can be broken by.
 *
 * @since 0.1
 */
public enum Rule {
  /** A scope above {@code highestScope}. */
  SCOPE_TOO_HIGH("scope-too-high", "A scope above the highest that the policy allows"),

  /** A write by what is not in {@code mayWrite}. */
  WRITE_NOT_ALLOWED("write-not-allowed", "A write by an interface that may only read"),

  /** A call that may go to a path in {@code neverCall}. */
  PATH_FORBIDDEN("path-forbidden", "A call to a path that must never be called"),

  /** A write without an entry in {@code approvals}. */
  WRITE_NOT_APPROVED("write-not-approved", "A write that nobody approved"),

  /** An approval whose last day is over. */
  APPROVAL_EXPIRED("approval-expired", "An approval whose last day is over"),

  /** An approval for nothing that the program has. */
  APPROVAL_UNUSED("approval-unused", "An approval that no write needs"),

  /** A write that is not in the lock. */
  WRITE_NOT_LOCKED("write-not-locked", "A write that is not in the lock file"),

  /** A write in the lock that the program does not have. */
  LOCK_OUTDATED("lock-outdated", "A write in the lock file that is gone");

  private final String id;
  private final String title;

  Rule(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** A name that stays the same over releases, to search for: {@code write-not-locked}. */
  public String id() {
    return id;
  }

  /** What the rule finds, in some words. */
  public String title() {
    return title;
  }
}
