package visibuild.internal.adapter;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import visibuild.internal.error.BodyReadException;
import visibuild.internal.event.Repetition;

/**
 * The Retrofit calls that one call of the program is made of: a body that breaks off while it is
 * decoded is requested again. All of them share one timeout. Safe for use by several threads.
 */
final class Attempts<T> {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final BodyRetry retries;
  private transient volatile Call<T> current;
  private volatile boolean cancelled;
  private volatile long startNanos;
  private volatile int retry;

  Attempts(Call<T> first, BodyRetry retries) {
    this.current = first;
    this.retries = retries;
  }

  /** Returns the decision about repetitions. */
  BodyRetry retries() {
    return retries;
  }

  /** Returns the call to send first. */
  Call<T> start() {
    startNanos = System.nanoTime();
    return current;
  }

  /** Returns the latest call. */
  Call<T> current() {
    return current;
  }

  /**
   * Returns the call to send after {@code failure}, having waited; null if none is to follow.
   *
   * @throws IOException if the call was cancelled or interrupted meanwhile
   */
  @Nullable Call<T> next(Throwable failure) throws IOException {
    if (!(failure instanceof BodyReadException) || isCancelled()) {
      return null;
    }
    long left = nanosLeft();
    int number = retry + 1;
    retry = number;
    if (!retries.await(current.request(), number, this::isCancelled, left)) {
      return null;
    }
    Call<T> next = current.clone();
    Repetition.mark(next.request());
    retries.carry(current.request(), next.request());
    if (left != UNLIMITED) {
      next.timeout().timeout(Math.max(nanosLeft(), 1), TimeUnit.NANOSECONDS);
    }
    current = next;
    if (cancelled) {
      next.cancel();
    }
    return next;
  }

  void cancel() {
    cancelled = true;
    current.cancel();
  }

  boolean isCancelled() {
    return cancelled || current.isCanceled();
  }

  private long nanosLeft() {
    Timeout timeout = current.timeout();
    long nanos = timeout.timeoutNanos();
    return nanos == 0 ? UNLIMITED : startNanos + nanos - System.nanoTime();
  }
}
