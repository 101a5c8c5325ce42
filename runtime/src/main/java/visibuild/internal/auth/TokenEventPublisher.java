package visibuild.internal.auth;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import visibuild.TokenEvent;
import visibuild.TokenListener;
import visibuild.internal.base.QuietLog;

/**
 * Passes events to the user's listener, one after the other, on a thread that nothing waits for: a
 * listener that is slow or throws has no effect on tokens and calls.
 */
public final class TokenEventPublisher {
  private static final Logger LOG = System.getLogger("visibuild.auth");

  /** The number of events that wait for a slow listener; later ones are dropped. */
  private static final int CAPACITY = 1_000;

  private final @Nullable TokenListener listener;
  private final Executor executor;
  private final BlockingQueue<TokenEvent> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final AtomicBoolean delivering = new AtomicBoolean();
  private final AtomicBoolean overflown = new AtomicBoolean();

  /**
   * Creates a publisher.
   *
   * @param listener the user's listener, if there is one
   * @param executor runs the listener; once it is shut down, events are dropped
   */
  public TokenEventPublisher(@Nullable TokenListener listener, Executor executor) {
    this.listener = listener;
    this.executor = executor;
  }

  /** Publishes {@code event} after all events before it. Never blocks. */
  public void publish(TokenEvent event) {
    if (listener == null) {
      return;
    }
    if (!queue.offer(event) && overflown.compareAndSet(false, true)) {
      warn("The token listener is slow; further events are dropped while it is busy.");
    }
    startDelivery(listener);
  }

  private void startDelivery(TokenListener receiver) {
    if (delivering.compareAndSet(false, true)) {
      try {
        executor.execute(() -> deliverAll(receiver));
      } catch (Throwable e) {
        // The executor was shut down or has no thread for now; tokens do not depend on events.
        queue.clear();
        delivering.set(false);
      }
    }
  }

  private void deliverAll(TokenListener receiver) {
    try {
      for (TokenEvent event = queue.poll(); event != null; event = queue.poll()) {
        deliver(receiver, event);
      }
    } finally {
      delivering.set(false);
    }
    // An event that was queued after the last poll, but before the flag was cleared, started none.
    if (!queue.isEmpty()) {
      startDelivery(receiver);
    }
  }

  private static void deliver(TokenListener receiver, TokenEvent event) {
    try {
      receiver.on(event);
    } catch (Throwable e) {
      // The user's message may contain anything, so only the type is logged.
      QuietLog.write(
          () ->
              LOG.log(
                  Level.WARNING,
                  "The token listener failed ({0}) at {1}",
                  e.getClass().getName(),
                  event.getClass().getSimpleName()));
    }
  }

  /** Logs a line that an operator should see. */
  void warn(String message) {
    QuietLog.write(() -> LOG.log(Level.WARNING, message));
  }
}
