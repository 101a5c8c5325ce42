package visibuild.internal.error;

/**
 * A tag of a request that carries no token wherever it goes: the URL that it is sent to is its
 * permission.
 */
public enum SkipAuthentication {
  /** The tag. */
  INSTANCE
}
