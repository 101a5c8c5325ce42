package visibuild.policy;

/**
 * The rules of policies and locks.
 *
 * @since 0.1
 */
public enum Rule {
  /** A scope above {@code highestScope}. */
  SCOPE_TOO_HIGH("scope-too-high", "A scope above the highest that the policy allows"),

  /** A write by an interface or method that is not in {@code mayWrite}. */
  WRITE_NOT_ALLOWED("write-not-allowed", "A write by an interface that may only read"),

  /** A call that may go to a path in {@code neverCall}. */
  PATH_FORBIDDEN("path-forbidden", "A call to a path that must never be called"),

  /** A write without an entry in {@code approvals}. */
  WRITE_NOT_APPROVED("write-not-approved", "A write without approval"),

  /** An expired approval. */
  APPROVAL_EXPIRED("approval-expired", "An expired approval"),

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

  /** Returns a short description of a violation. */
  public String title() {
    return title;
  }
}
