package visibuild.internal.auth;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import visibuild.TokenEvent;
import visibuild.TokenStore;

/**
 * The way to a store that may be slow, fail or hang: what is asked of it is asked in the background
 * and for a while only, and nothing more while an answer is overdue.
 */
final class TimedTokenStore {
  /** A store that takes longer is taken to be down. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * Longer than it can take to hear of the lease, to look, to ask for one token and to put it away:
   * thrice the patience with a store, and once that with a token endpoint.
   */
  private static final Duration LEASE = Duration.ofSeconds(17);

  private final TokenStore store;
  private final String key;
  private final AuthContext outside;
  private final AtomicBoolean down = new AtomicBoolean();
  private final Set<Asked> overdue = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> leasedTo = new AtomicReference<>();
  private volatile boolean closed;

  /** One thing that the store was asked, and whether it has answered. */
  private static final class Asked {
    private volatile boolean ended;
  }

  TimedTokenStore(TokenStore store, String key, AuthContext outside) {
    this.store = store;
    this.key = key;
    this.outside = outside;
  }

  /** What comes of {@code work}, which may fail in any way. */
  <T> CompletableFuture<T> ask(Function<TokenStore, T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    begin(
        result,
        () -> {
          boolean unused = result.complete(work.apply(store));
        });
    return result;
  }

  /** Whether {@code holder} is given the lease now. Given too late, it goes back. */
  CompletableFuture<Boolean> lease(String holder) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    begin(
        result,
        () -> {
          try {
            boolean leased = store.lease(key, holder, LEASE);
            if (leased) {
              leasedTo.set(holder);
            }
            result.complete(leased);
          } finally {
            if (result.isCompletedExceptionally() || isLeftTo(holder)) {
              // It came too late, and nobody else would give it back.
              boolean unused = Thread.interrupted();
              leasedTo.compareAndSet(holder, null);
              store.release(key, holder);
            }
          }
        });
    return result;
  }

  /** Whether who closed the door did not see the lease of {@code holder}. */
  private boolean isLeftTo(String holder) {
    return closed && holder.equals(leasedTo.get());
  }

  /** Gives the lease back, if {@code holder} still has it. */
  void release(String holder) {
    if (leasedTo.compareAndSet(holder, null)) {
      CompletableFuture<Boolean> unused = ask(open -> released(holder));
    }
  }

  /** Gives back what is leased, and waits for that: the threads end next. */
  void close() {
    closed = true;
    @Nullable String holder = leasedTo.getAndSet(null);
    if (holder == null) {
      return;
    }
    try {
      boolean unused =
          ask(open -> released(holder)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The lease ends by itself, a little later.
    }
  }

  private boolean released(String holder) {
    store.release(key, holder);
    return true;
  }

  /** The store did what it is there for. */
  void works() {
    if (down.compareAndSet(true, false)) {
      outside.eventPublisher().publish(new TokenEvent.StoreAvailable());
    }
  }

  /** The store failed, which is told once. */
  void failed(Throwable problem) {
    if (down.compareAndSet(false, true)) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      outside.eventPublisher().publish(new TokenEvent.StoreUnavailable(cause.getClass().getName()));
    }
  }

  private void begin(CompletableFuture<?> result, Runnable work) {
    if (!overdue.isEmpty()) {
      result.completeExceptionally(new TimeoutException("The store still hangs."));
      return;
    }
    Asked asked = new Asked();
    FutureTask<@Nullable Void> task = new FutureTask<>(() -> run(result, work, asked), null);
    try {
      Runnable inTime = outside.timer().schedule(PATIENCE, () -> giveUp(result, task, asked));
      var unused = result.whenComplete((done, problem) -> inTime.run());
      outside.executor().execute(task);
    } catch (Throwable e) {
      // Who is woken by the timer has nobody to throw it to.
      result.completeExceptionally(e);
    }
  }

  private void run(CompletableFuture<?> result, Runnable work, Asked asked) {
    try {
      work.run();
    } catch (Throwable e) {
      result.completeExceptionally(e);
    } finally {
      asked.ended = true;
      overdue.remove(asked);
    }
  }

  private void giveUp(CompletableFuture<?> result, FutureTask<@Nullable Void> task, Asked asked) {
    overdue.add(asked);
    if (asked.ended) {
      overdue.remove(asked);
    }
    result.completeExceptionally(new TimeoutException("The store hangs."));
    boolean unused = task.cancel(true);
  }
}
