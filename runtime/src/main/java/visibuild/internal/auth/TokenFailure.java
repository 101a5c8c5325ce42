package visibuild.internal.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.ConnectionException;
import visibuild.VisibuildException;
import visibuild.internal.base.Secret;
import visibuild.internal.error.CallLabel;
import visibuild.internal.time.ExponentialBackoff;

/**
 * The reason why no token came. All waiting calls share it; each creates its own exception from it,
 * so that stack trace and message are those of the call. If the reason was an {@link Error}, such
 * as {@link OutOfMemoryError}, each call gets an {@code Error}, since it is no failure to retry.
 */
public final class TokenFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The consequence of a failure for further attempts. */
  public enum Kind {
    /** The same request may succeed soon. */
    TRANSIENT(3),
    /** The response contains no token; the next one may. */
    MALFORMED(2),
    /** An immediate retry changes nothing. */
    NON_RETRYABLE(1),
    /** The connection was closed; no event is published. */
    CLOSED(1),
    /** The server rejects the client id or the secret. */
    INVALID_CLIENT(1),
    /** The same request fails until a person changes something. */
    PERMANENT(1);

    private final int attempts;

    Kind(int attempts) {
      this.attempts = attempts;
    }

    /** Returns how often a request that fails this way is sent. */
    public int attempts() {
      return attempts;
    }

    /** Returns whether a retry within minutes is pointless. */
    public boolean isPermanent() {
      return this == INVALID_CLIENT || this == PERMANENT;
    }
  }

  private final Kind kind;
  private final transient Function<String, VisibuildException> exception;
  private final @Nullable Duration retryAfter;

  /** The secret of the failed request: with another one, the failure means nothing. */
  private final transient @Nullable Secret secret;

  /** The place where an {@link Error} was thrown; null if the reason is another one. */
  private final transient StackTraceElement @Nullable [] errorTrace;

  /**
   * Creates a failure.
   *
   * @param exception creates the exception for a call, labelled as {@code GET api/core/v1/projects}
   */
  public TokenFailure(Kind kind, Function<String, VisibuildException> exception) {
    this(kind, exception, null);
  }

  /** Creates a failure after which the server asks for a pause. */
  public TokenFailure(
      Kind kind, Function<String, VisibuildException> exception, @Nullable Duration retryAfter) {
    this(kind, exception, retryAfter, null, null);
  }

  private TokenFailure(
      Kind kind,
      Function<String, VisibuildException> exception,
      @Nullable Duration retryAfter,
      @Nullable Secret secret,
      StackTraceElement @Nullable [] errorTrace) {
    super(null, null, false, false);
    this.kind = kind;
    this.exception = exception;
    this.retryAfter = retryAfter;
    this.secret = secret;
    this.errorTrace = errorTrace;
  }

  /**
   * Returns the failure for {@code problem}, of which only type and stack trace are shown: its
   * message may contain a secret. An immediate retry after an {@link Error} is pointless.
   *
   * @param kind the consequence of anything but an {@code Error}
   */
  public static TokenFailure causedBy(
      @Nullable Throwable problem, Kind kind, Function<String, VisibuildException> exception) {
    return problem instanceof Error error
        ? new TokenFailure(Kind.NON_RETRYABLE, exception, null, null, error.getStackTrace())
        : new TokenFailure(kind, exception);
  }

  /** Returns the failure that a future ended with; an unknown exception is a transient failure. */
  public static TokenFailure from(@Nullable Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause instanceof TokenFailure failure ? failure : unexpected(cause);
  }

  /** Returns a transient failure for an unexpected exception, of which only the type is shown. */
  public static TokenFailure unexpected(@Nullable Throwable problem) {
    String message = unexpectedMessage(problem);
    return causedBy(
        problem, Kind.TRANSIENT, call -> new ConnectionException(withCall(message, call), null));
  }

  private static String unexpectedMessage(@Nullable Throwable problem) {
    if (problem instanceof RejectedExecutionException) {
      return "No token was requested, because the threads for token requests have ended; was this"
          + " Visibuild closed?";
    }
    String type = problem == null ? "unknown" : problem.getClass().getName();
    return "The token request failed unexpectedly (" + type + ").";
  }

  /** Returns the failure of calls that wait while the connection is closed. */
  static TokenFailure closed() {
    return new TokenFailure(
        Kind.CLOSED,
        call ->
            new ConnectionException(
                withCall("This Visibuild was closed while a call waited for a token.", call),
                null));
  }

  /** Returns the same failure of a request that was sent with {@code secret}. */
  public TokenFailure withSecret(Secret secret) {
    return new TokenFailure(kind, exception, retryAfter, secret, errorTrace);
  }

  /** Returns whether the failed request carried another secret than {@code secret}. */
  public boolean isOfAnotherSecretThan(Secret secret) {
    return this.secret != null && !this.secret.isSameAs(secret);
  }

  /** Returns the consequence for further attempts. */
  public Kind kind() {
    return kind;
  }

  /** Returns the pause that the server asks for. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Returns the longer of the back-off before a retry and the pause that the server asks for. */
  Duration pauseBefore(int retry, ExponentialBackoff backoff) {
    Duration pause = backoff.before(retry);
    return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : pause;
  }

  /** Returns a new exception for a call, also if the reason was an {@link Error}. */
  public VisibuildException toException(String call) {
    return exception.apply(call);
  }

  /**
   * Returns a new exception for a call.
   *
   * @throws Error if the reason was an {@code Error}
   */
  VisibuildException toException(Call call) {
    VisibuildException failure = toException(CallLabel.of(call.request()));
    if (errorTrace != null) {
      Error error = new Error(failure.getMessage());
      error.setStackTrace(errorTrace);
      throw error;
    }
    return failure;
  }

  /** Returns {@code message} with the call that needed the token. */
  public static String withCall(String message, String call) {
    return message + " It was needed for " + call + ".";
  }
}
