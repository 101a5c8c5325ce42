package visibuild.processor.policy;

import java.io.Serial;

/** A policy that cannot be read, or an option that names none. The message is for people. */
public final class InvalidPolicyException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  InvalidPolicyException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
