package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that is not what the method's return type says: not JSON, without the {@code data}
 * of the envelope, or with a member of another type. Unknown members and unknown enum values are
 * not such a failure; they are ignored.
 *
 * @since 0.1
 */
public final class DecodingException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  public DecodingException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
