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

/**
 * Tells the user's listener what happens, one event after the other, in a thread that nothing waits
 * for: the listener can neither break nor hold up what tells it.
 */
public final class TokenEventPublisher {
  private static final Logger LOG = System.getLogger("visibuild.auth");

  /** So many events wait for a listener that is slow; what comes then is left out. */
  private static final int MOST_WAITING = 1_000;

  private final @Nullable TokenListener listener;
  private final Executor threads;
  private final BlockingQueue<TokenEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean telling = new AtomicBoolean();
  private final AtomicBoolean overflown = new AtomicBoolean();
  private final ScopeFeud feud = new ScopeFeud();

  /**
   * Tells {@code listener}, if there is one.
   *
   * @param threads where it is told; once they have ended it hears no more
   */
  public TokenEventPublisher(@Nullable TokenListener listener, Executor threads) {
    this.listener = listener;
    this.threads = threads;
  }

  /** Tells of {@code event}, later and after those before it. */
  public void publish(TokenEvent event) {
    tellLater(event);
    if (feud.isSeenBy(event)) {
      warn(ScopeFeud.REMEDY);
      tellLater(new TokenEvent.CrossScopeRevocation());
    }
  }

  private void tellLater(TokenEvent event) {
    if (listener == null) {
      return;
    }
    if (!waiting.offer(event) && overflown.compareAndSet(false, true)) {
      warn("The token listener is slow; events are left out from now on.");
    }
    begin(listener);
  }

  private void begin(TokenListener told) {
    if (telling.compareAndSet(false, true)) {
      try {
        threads.execute(() -> tellAll(told));
      } catch (Throwable e) {
        // Its threads have ended, or there are none left for now; what happens goes on untold.
        waiting.clear();
        telling.set(false);
      }
    }
  }

  private void tellAll(TokenListener told) {
    try {
      for (TokenEvent event = waiting.poll(); event != null; event = waiting.poll()) {
        tell(told, event);
      }
    } finally {
      telling.set(false);
    }
    // Who came after the last look, and before this, found somebody telling.
    if (!waiting.isEmpty()) {
      begin(told);
    }
  }

  private static void tell(TokenListener listener, TokenEvent event) {
    try {
      listener.on(event);
    } catch (Throwable e) {
      // Its message is not ours, so it may hold anything; its type says enough to find it.
      LOG.log(
          Level.WARNING,
          "The token listener failed ({0}) at {1}",
          e.getClass().getName(),
          event.getClass().getSimpleName());
    }
  }

  /** Writes a line that an operator should see. */
  void warn(String message) {
    LOG.log(Level.WARNING, message);
  }
}
