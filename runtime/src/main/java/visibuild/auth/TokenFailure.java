package visibuild.auth;

import java.util.function.Function;
import okhttp3.Call;
import visibuild.VisibuildException;

/**
 * Why there is no token. All who wait for it share this; each makes an exception of its own, so
 * that a stack trace is the waiting call's and tells which call it was.
 */
final class TokenFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What a failure means for the next request. */
  enum Kind {
    /** The same request may succeed in a while. */
    PASSING,
    /** The server does not take the id or the secret. */
    WRONG_CLIENT,
    /** The same request fails until a person does something. */
    LASTING
  }

  private final Kind kind;
  private final transient Function<String, VisibuildException> exception;

  /**
   * Makes a failure.
   *
   * @param exception makes an exception for a call, given as {@code GET api/core/v1/projects}
   */
  TokenFailure(Kind kind, Function<String, VisibuildException> exception) {
    super(null, null, false, false);
    this.kind = kind;
    this.exception = exception;
  }

  Kind kind() {
    return kind;
  }

  VisibuildException of(String call) {
    return exception.apply(call);
  }

  /** What a call is called in a message. */
  static String name(Call call) {
    return call.request().method() + " " + call.request().url().encodedPath();
  }

  /** A message of ours, and which call it stopped. */
  static String said(String message, String call) {
    return message + " It was needed for " + call + ".";
  }
}
