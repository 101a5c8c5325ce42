package visibuild;

import java.util.Optional;

/**
 * An error response of Visibuild. The subtypes are statuses that a program can handle; all other
 * error statuses have this type.
 *
 * @since 0.1
 */
public class ApiException extends VisibuildException {
  private static final long serialVersionUID = 1L;

  /** The server's response. */
  private final ErrorResponse errorResponse;

  /** Creates an exception for {@code errorResponse}. */
  public ApiException(ErrorResponse errorResponse) {
    this(errorResponse + ".", errorResponse);
  }

  /** Says it in the words of a subtype. */
  ApiException(String message, ErrorResponse errorResponse) {
    super(message, null);
    this.errorResponse = errorResponse;
  }

  /** Returns the response of the server: status, request id, reason and body. */
  public final ErrorResponse errorResponse() {
    return errorResponse;
  }

  /** The HTTP status, such as 404. */
  public final int status() {
    return errorResponse.status();
  }

  /** The HTTP verb of the call. */
  public final String method() {
    return errorResponse.method();
  }

  /** The path of the call as the interface states it, without its arguments. */
  public final String path() {
    return errorResponse.path();
  }

  /** The server's {@code X-Request-Id}, to quote to Visibuild's support. */
  public final Optional<String> requestId() {
    return errorResponse.requestId();
  }

  /** The body's text, cut after 8 KiB; empty if there was none. */
  public final String body() {
    return errorResponse.body();
  }
}
