package visibuild.spring.failure;

import org.jspecify.annotations.Nullable;

/**
 * A {@code visibuild.*} property is missing, misspelled or has a value that cannot be used. The
 * message is one sentence that names the property and the remedy, and never a secret.
 *
 * @since 0.1
 */
public final class InvalidVisibuildConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the operator of the program. */
  public InvalidVisibuildConfigurationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
