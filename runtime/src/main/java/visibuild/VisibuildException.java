package visibuild;

import org.jspecify.annotations.Nullable;

/**
 * A call, or the way to it, failed. Every failure that a program meets while it talks to Visibuild
 * is below this type; catch a subtype where the program can do something about it.
 *
 * <pre>{@code
 * try {
 *   tickets.create(ticket);
 * } catch (InvalidRequestException e) {
 *   form.show(e.fieldErrors());
 * } catch (VisibuildException e) {
 *   log.warn("The ticket was not created: {}", e.getMessage());
 * }
 * }</pre>
 *
 * <p>A mistake in the program's own settings is an {@link IllegalArgumentException} instead. No
 * message carries a secret.
 *
 * @since 0.1
 */
public abstract class VisibuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes a failure with a message for people and, where there is one, its cause. */
  protected VisibuildException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
