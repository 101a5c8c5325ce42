package visibuild;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened during a call. No event carries an argument, a body, a token or a secret,
 * so all of them may be logged.
 *
 * <p>More kinds may be added, so code that tests for kinds must ignore those that it does not know.
 *
 * @see CallListener
 * @since 0.1
 */
public sealed interface CallEvent {
  /** Returns the call that the event belongs to. */
  CallInfo call();

  /**
   * A call starts, in the thread that makes it.
   *
   * @param call the call
   */
  record Started(CallInfo call) implements CallEvent {}

  /**
   * A request goes to the transport. {@code headers} adds a header to this request, such as {@code
   * traceparent}; headers of the client itself, such as {@code Authorization}, are refused with
   * {@link IllegalArgumentException}. No header is added to a request to another origin than
   * Visibuild's.
   *
   * @param call the call
   * @param resendCount 0 for the first request of the call, 1 for the second
   * @param headers adds a header, until the listener returns
   */
  record AttemptStarted(CallInfo call, int resendCount, BiConsumer<String, String> headers)
      implements CallEvent {
    @Override
    public String toString() {
      return "AttemptStarted[call=" + call + ", resendCount=" + resendCount + "]";
    }
  }

  /**
   * A response's headers came, or the request failed.
   *
   * @param call the call
   * @param resendCount 0 for the first request of the call, 1 for the second
   * @param status the response's status; 0 if there was none
   * @param failure the simple name of the exception; null if there was a response
   * @param duration the time since the request was handed to the transport
   */
  record AttemptEnded(
      CallInfo call, int resendCount, int status, @Nullable String failure, Duration duration)
      implements CallEvent {}

  /**
   * The call waited for a token that was being requested.
   *
   * @param call the call
   * @param duration how long it waited
   */
  record TokenAwaited(CallInfo call, Duration duration) implements CallEvent {}

  /**
   * The call waited for its turn, because of the program's rate limit or after a 429.
   *
   * @param call the call
   * @param duration how long it waited
   */
  record RateLimitAwaited(CallInfo call, Duration duration) implements CallEvent {}

  /**
   * The call waited before it was repeated after a transient failure.
   *
   * @param call the call
   * @param duration how long it waited
   */
  record RetryAwaited(CallInfo call, Duration duration) implements CallEvent {}

  /**
   * The response was a page of a list.
   *
   * @param call the call
   * @param records the number of records on the page
   * @param hasNext whether another page follows
   */
  record PageFetched(CallInfo call, int records, boolean hasNext) implements CallEvent {}

  /**
   * A call ended: its response was decoded, or it failed. A response whose body the caller reads
   * itself has ended when its headers came.
   *
   * @param call the call
   * @param status the last response's status; 0 if there was none
   * @param failure what the caller gets; null if the call returned a value or a response
   * @param attempts the number of requests that were sent
   * @param duration the time since the call started
   */
  record Ended(
      CallInfo call, int status, @Nullable Throwable failure, int attempts, Duration duration)
      implements CallEvent {
    /** Shows the failure's type alone. */
    @Override
    public String toString() {
      String type = failure == null ? "none" : failure.getClass().getSimpleName();
      return "Ended[call=%s, status=%d, failure=%s, attempts=%d, duration=%s]"
          .formatted(call, status, type, attempts, duration);
    }
  }
}
