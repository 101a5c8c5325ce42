package visibuild.policy;

/**
 * Why a method needs what it needs.
 *
 * @since 0.1
 */
public enum Reason {
  /** Its HTTP verb says so: GET, HEAD and OPTIONS read, all others write. */
  VERB,

  /** {@code @RequiresScope} on the method says so. */
  REQUIRES_SCOPE
}
