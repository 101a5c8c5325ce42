package visibuild.processor.permit;

import java.io.Serial;

/** A policy that cannot be read, or an option that names none. The message is for people. */
public final class UnusablePolicyException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  UnusablePolicyException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
