package visibuild.policy;

import java.util.List;

/**
 * The rules of policies and locks.
 *
 * @since 0.1
 */
public enum Rule {
  /** A scope above {@code highestScope}. */
  SCOPE_TOO_HIGH(
      "scope-too-high", "A scope above the highest that the policy allows", "10.2.3", "13.2.2"),

  /** A write by an interface or method that is not in {@code mayWrite}. */
  WRITE_NOT_ALLOWED(
      "write-not-allowed", "A write by an interface that may only read", "8.2.1", "13.2.2"),

  /** A call that may go to a path in {@code neverCall}. */
  PATH_FORBIDDEN("path-forbidden", "A call to a path that must never be called", "8.2.1", "13.2.2"),

  /** A write without an entry in {@code approvals}. */
  WRITE_NOT_APPROVED("write-not-approved", "A write without approval", "8.1.1", "8.2.1"),

  /** An expired approval. */
  APPROVAL_EXPIRED("approval-expired", "An expired approval", "8.1.1", "8.2.1"),

  /** An approval for nothing that the program has. */
  APPROVAL_UNUSED("approval-unused", "An approval that no write needs", "8.1.1", "13.2.2"),

  /** A write that is not in the lock. */
  WRITE_NOT_LOCKED("write-not-locked", "A write that is not in the lock file", "8.1.1", "13.1.1"),

  /** A write in the lock that the program does not have. */
  LOCK_OUTDATED("lock-outdated", "A write in the lock file that is gone", "8.1.1", "13.1.1");

  /** The version of OWASP's Application Security Verification Standard that is referred to. */
  public static final String ASVS_VERSION = "5.0.0";

  /**
   * The section of RFC 9700 (OAuth 2.0 Security) that every rule serves: the privileges of an
   * access token are restricted to the minimum.
   */
  public static final String RFC_9700_SECTION = "2.3";

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable.
  private final List<String> asvs;

  Rule(String id, String title, String... asvs) {
    this.id = id;
    this.title = title;
    this.asvs = List.of(asvs);
  }

  /** A name that stays the same over releases, to search for: {@code write-not-locked}. */
  public String id() {
    return id;
  }

  /** Returns a short description of a violation. */
  public String title() {
    return title;
  }

  /**
   * Returns the requirements of OWASP ASVS {@value #ASVS_VERSION} that this rule helps to fulfil,
   * such as {@code 13.2.2}.
   */
  public List<String> asvs() {
    return asvs;
  }
}
