package visibuild.internal.event;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import visibuild.ApiException;
import visibuild.CallEvent;
import visibuild.CallInfo;
import visibuild.Page;
import visibuild.internal.base.HeaderSyntax;
import visibuild.internal.base.TextSanitizer;

/**
 * Publishes the events of one call. The request carries it as a tag from its creation to the
 * transport. Safe for use by several threads.
 */
public final class CallTracker {
  /** Headers that the client itself sets; another value would break or endanger the call. */
  private static final Set<String> RESERVED =
      Set.of(
          "authorization",
          "cookie",
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "user-agent");

  /** Shorter than any request for a token, and longer than a look into the cache. */
  private static final long MIN_TOKEN_WAIT_NANOS = 100_000;

  private final CallEventPublisher events;
  private volatile Progress progress;

  /** The state of a call, which the requests of all its attempts share. */
  private static final class Progress {
    private final CallInfo call;
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile long startNanos;
    private volatile int lastStatus;

    Progress(CallInfo call) {
      this.call = call;
    }
  }

  CallTracker(CallEventPublisher events, CallInfo call) {
    this.events = events;
    this.progress = new Progress(call);
  }

  /** Returns the tracker of {@code request}; null if it has none. */
  public static @Nullable CallTracker of(Request request) {
    return request.tag(CallTracker.class);
  }

  /** Makes this the tracker of another request of the call of {@code earlier}. */
  public void continueFrom(CallTracker earlier) {
    progress = earlier.progress;
  }

  /** Publishes that the call starts. */
  public void start() {
    progress.startNanos = System.nanoTime();
    events.publish(new CallEvent.Started(progress.call));
  }

  /**
   * Publishes that an attempt starts.
   *
   * @param headers adds a header to its request
   * @return the number of attempts before it
   */
  public int startAttempt(BiConsumer<String, String> headers) {
    int resendCount = progress.attempts.getAndIncrement();
    HeaderAdder adder =
        new HeaderAdder(
            (name, value) -> {
              checkAllowed(name, value);
              headers.accept(name, value);
            });
    events.publish(new CallEvent.AttemptStarted(progress.call, resendCount, adder));
    adder.close();
    return resendCount;
  }

  /** Publishes that an attempt got a response. */
  public void endAttempt(int resendCount, int status, long attemptStartNanos) {
    progress.lastStatus = status;
    events.publish(
        new CallEvent.AttemptEnded(
            progress.call, resendCount, status, null, since(attemptStartNanos)));
  }

  /** Publishes that an attempt failed without a response. */
  public void failAttempt(int resendCount, Throwable failure, long attemptStartNanos) {
    events.publish(
        new CallEvent.AttemptEnded(
            progress.call,
            resendCount,
            0,
            failure.getClass().getSimpleName(),
            since(attemptStartNanos)));
  }

  /** Publishes a wait for a token, unless the token was cached. */
  public void tokenAwaited(long waitStartNanos) {
    Duration wait = since(waitStartNanos);
    if (wait.toNanos() >= MIN_TOKEN_WAIT_NANOS) {
      events.publish(new CallEvent.TokenAwaited(progress.call, wait));
    }
  }

  /** Publishes that the call waited for its turn. */
  public void rateLimitAwaited(long waitStartNanos) {
    events.publish(new CallEvent.RateLimitAwaited(progress.call, since(waitStartNanos)));
  }

  /** Publishes that the call waited before a retry. */
  public void retryAwaited(long waitStartNanos) {
    events.publish(new CallEvent.RetryAwaited(progress.call, since(waitStartNanos)));
  }

  /** Publishes that the call ended with a response, decoded if it is a success. */
  public void end(int status, @Nullable Object value) {
    if (value instanceof Page<?> page) {
      events.publish(
          new CallEvent.PageFetched(progress.call, page.items().size(), page.next() != null));
    }
    events.publish(
        new CallEvent.Ended(
            progress.call, status, null, progress.attempts.get(), since(progress.startNanos)));
  }

  /** Publishes that the call failed. */
  public void fail(Throwable failure) {
    int status = failure instanceof ApiException refused ? refused.status() : progress.lastStatus;
    events.publish(
        new CallEvent.Ended(
            progress.call, status, failure, progress.attempts.get(), since(progress.startNanos)));
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static void checkAllowed(String name, String value) {
    if (!HeaderSyntax.isName(name) || !HeaderSyntax.isValue(value)) {
      throw new IllegalArgumentException(
          "A call listener cannot set the header %s to a value that is not plain ASCII text."
              .formatted(TextSanitizer.clean(name)));
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "A call listener cannot set the header " + name + ", because the client sets it.");
    }
  }
}
