package visibuild.internal.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.VisibuildException;
import visibuild.internal.error.CallLabel;

/**
 * Why there is no token. All who wait for it share this; each makes an exception of its own, so
 * that a stack trace is the waiting call's and tells which call it was.
 */
final class TokenFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What a failure means for the next request. */
  enum Kind {
    /** The same request may succeed in a while. */
    TRANSIENT(3),
    /** The answer is no token; a second one may be. */
    MALFORMED(2),
    /** To try again at once would change nothing. */
    NON_RETRYABLE(1),
    /** This Visibuild was closed, which nobody needs to be told of. */
    CLOSED(1),
    /** The server does not take the id or the secret. */
    INVALID_CLIENT(1),
    /** The same request fails until a person does something. */
    PERMANENT(1);

    private final int tries;

    Kind(int tries) {
      this.tries = tries;
    }

    /** How often a request that fails so is sent. */
    int tries() {
      return tries;
    }

    /** Whether to ask again soon would be in vain. */
    boolean isLasting() {
      return this == INVALID_CLIENT || this == PERMANENT;
    }
  }

  private final Kind kind;
  private final transient Function<String, VisibuildException> exception;
  private final @Nullable Duration retryAfter;

  /** The secret that was sent; whoever finds another one need not wait any longer. */
  private final transient @Nullable Held sent;

  /**
   * Makes a failure.
   *
   * @param exception makes an exception for a call, given as {@code GET api/core/v1/projects}
   */
  TokenFailure(Kind kind, Function<String, VisibuildException> exception) {
    this(kind, exception, null);
  }

  /** Makes a failure after which the server wants to be left alone for a while. */
  TokenFailure(
      Kind kind, Function<String, VisibuildException> exception, @Nullable Duration retryAfter) {
    this(kind, exception, retryAfter, null);
  }

  private TokenFailure(
      Kind kind,
      Function<String, VisibuildException> exception,
      @Nullable Duration retryAfter,
      @Nullable Held sent) {
    super(null, null, false, false);
    this.kind = kind;
    this.exception = exception;
    this.retryAfter = retryAfter;
    this.sent = sent;
  }

  /** The same failure, of a request that was made with {@code secret}. */
  TokenFailure with(Held secret) {
    return new TokenFailure(kind, exception, retryAfter, secret);
  }

  /** Whether another secret than {@code secret} was sent. */
  boolean isOfAnotherThan(Held secret) {
    return sent != null && !sent.isSameAs(secret);
  }

  /** The failure that a future ended with; what is none of ours is one that passes. */
  static TokenFailure in(@Nullable Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause instanceof TokenFailure failure ? failure : unexpected(cause);
  }

  /** A failure that nobody foresaw. */
  static TokenFailure unexpected(@Nullable Throwable problem) {
    String message = unexpectedly(problem);
    return new TokenFailure(
        Kind.TRANSIENT, call -> new ConnectionException(said(message, call), null));
  }

  private static String unexpectedly(@Nullable Throwable problem) {
    if (problem instanceof RejectedExecutionException) {
      return "No token was asked for, since the threads that would do so have ended; was this"
          + " Visibuild closed?";
    }
    String type = problem == null ? "nothing" : problem.getClass().getName();
    return "The token request failed unexpectedly (" + type + ").";
  }

  /** The connection was closed while somebody waited. */
  static TokenFailure closed() {
    return new TokenFailure(
        Kind.CLOSED,
        call ->
            new ConnectionException(
                said("This Visibuild was closed while a token was on its way.", call), null));
  }

  Kind kind() {
    return kind;
  }

  /** How long the server asks to be left alone, if it does. */
  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** How long to wait: what the server asks for, and never less than the back-off. */
  Duration pause(int failures, Backoff backoff, RandomGenerator random) {
    Duration pause = backoff.after(failures, random);
    return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
  }

  VisibuildException of(String call) {
    return exception.apply(call);
  }

  /** What a call is called in a message. */
  static String name(Call call) {
    return CallLabel.of(call.request());
  }

  /** A message of ours, and which call it stopped. */
  static String said(String message, String call) {
    return message + " It was needed for " + call + ".";
  }
}
