package visibuild.policy;

/**
 * The source of a method's required access.
 *
 * @since 0.1
 */
public enum Reason {
  /** The HTTP verb: GET, HEAD and OPTIONS read, all others write. */
  VERB,

  /** {@code @RequiresScope} on the method. */
  REQUIRES_SCOPE
}
