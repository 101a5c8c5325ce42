package visibuild;

import org.jspecify.annotations.Nullable;
import visibuild.internal.base.TextSanitizer;

/**
 * The supertype of all failures of calls to Visibuild. Catch a subtype where the program can react
 * to it.
 *
 * <pre>{@code
 * try {
 *   tickets.open(ticket);
 * } catch (InvalidRequestException e) {
 *   form.show(e.fieldErrors());
 * } catch (VisibuildException e) {
 *   log.warn("The ticket was not created: {}", e.getMessage());
 * }
 * }</pre>
 *
 * <p>A mistake in the program's own settings is an {@link IllegalArgumentException} instead.
 *
 * <p>Every message is one line without control or format characters, and carries no secret. A
 * message that quotes a server is cut after 4,000 characters. Exceptions are immutable and
 * serializable.
 *
 * @since 0.1
 */
public abstract class VisibuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a failure.
   *
   * @param message what failed, why, and what to do; control and format characters are replaced
   * @param cause the cause; null if there is none
   */
  protected VisibuildException(String message, @Nullable Throwable cause) {
    super(TextSanitizer.clean(message, TextSanitizer.MAX_MESSAGE_CHARS), cause);
  }
}
