package visibuild.internal.auth.shared;

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
import visibuild.internal.auth.AuthContext;
import visibuild.internal.time.Scheduler;

/**
 * Calls one key of a {@link TokenStore} in the background and with a time limit, since a store may
 * be slow, fail or hang. While a call is overdue, further calls fail at once.
 */
final class TimedTokenStore {
  /** The time after which a store counts as unavailable. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /**
   * Longer than a program can need for all that it does with the lease: three calls of the store
   * and one token request, each with its timeout.
   */
  private static final Duration LEASE = Duration.ofSeconds(17);

  private final TokenStore store;
  private final String key;
  private final AuthContext context;
  private final AtomicBoolean unavailable = new AtomicBoolean();
  private final Set<PendingCall> overdue = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Lease> lease = new AtomicReference<>();
  private volatile boolean closed;

  /** A lease that this program was given. It is released once, and {@code released} then ends. */
  private static final class Lease {
    final String holder;
    final CompletableFuture<Boolean> released = new CompletableFuture<>();
    private final AtomicBoolean releasing = new AtomicBoolean();

    Lease(String holder) {
      this.holder = holder;
    }

    /** Returns true once, to the code that has to release the lease. */
    boolean startRelease() {
      return releasing.compareAndSet(false, true);
    }
  }

  /** One call of the store: a call that times out before it starts is never made. */
  private static final class PendingCall {
    private enum Phase {
      QUEUED,
      RUNNING,
      ENDED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.QUEUED);

    boolean start() {
      return phase.compareAndSet(Phase.QUEUED, Phase.RUNNING);
    }

    void end() {
      phase.set(Phase.ENDED);
    }

    boolean isRunning() {
      return phase.get() == Phase.RUNNING;
    }

    /** Ends the call if it has not started. */
    void cancel() {
      phase.compareAndSet(Phase.QUEUED, Phase.ENDED);
    }
  }

  TimedTokenStore(TokenStore store, String key, AuthContext context) {
    this.store = store;
    this.key = key;
    this.context = context;
  }

  /** Runs {@code call} with the store. The future fails with whatever the store throws. */
  <T> CompletableFuture<T> submit(Function<TokenStore, T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    start(
        result,
        () -> {
          boolean unused = result.complete(call.apply(store));
        });
    return result;
  }

  /** Tries to get the lease. A lease that comes too late is released. */
  CompletableFuture<Boolean> lease(String holder) {
    CompletableFuture<Boolean> result = new CompletableFuture<>();
    start(result, () -> requestLease(holder, result));
    return result;
  }

  private void requestLease(String holder, CompletableFuture<Boolean> result) {
    Lease requested = new Lease(holder);
    try {
      boolean leased = store.lease(key, holder, LEASE);
      if (leased) {
        lease.set(requested);
      }
      result.complete(leased);
    } finally {
      boolean isLeftBehind = closed && lease.get() == requested;
      if ((result.isCompletedExceptionally() || isLeftBehind) && requested.startRelease()) {
        // The caller has given up, so this is the last code that knows of the lease.
        boolean unused = Thread.interrupted();
        releaseNow(requested);
      }
    }
  }

  /** Releases the lease if {@code holder} has it. */
  void release(String holder) {
    Lease held = lease.get();
    if (held != null && held.holder.equals(holder)) {
      startRelease(held);
    }
  }

  /**
   * Releases the lease and waits for that, since the threads are stopped next. A release that has
   * started already, because the token request was cancelled, is waited for too.
   */
  void close() {
    closed = true;
    Lease held = lease.get();
    if (held == null) {
      return;
    }
    startRelease(held);
    try {
      boolean unused = held.released.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The lease ends by itself a little later.
    }
  }

  private void startRelease(Lease held) {
    if (held.startRelease()) {
      var unused =
          submit(open -> releaseNow(held))
              .whenComplete((done, problem) -> held.released.complete(problem == null));
    }
  }

  private boolean releaseNow(Lease held) {
    try {
      store.release(key, held.holder);
    } finally {
      held.released.complete(true);
    }
    return true;
  }

  /** Records that the store did its work, and publishes the end of an outage. */
  void markAvailable() {
    if (unavailable.compareAndSet(true, false)) {
      context.eventPublisher().publish(new TokenEvent.StoreAvailable());
    }
  }

  /** Records that the store failed, and publishes the start of an outage. */
  void markUnavailable(Throwable problem) {
    if (unavailable.compareAndSet(false, true)) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      context.eventPublisher().publish(new TokenEvent.StoreUnavailable(cause.getClass().getName()));
    }
  }

  private void start(CompletableFuture<?> result, Runnable work) {
    if (!overdue.isEmpty()) {
      result.completeExceptionally(
          new TimeoutException("The token store has not yet returned from an earlier call."));
      return;
    }
    PendingCall call = new PendingCall();
    FutureTask<@Nullable Void> task = new FutureTask<>(() -> run(result, work, call), null);
    try {
      Scheduler.Cancellable timeout =
          context.scheduler().schedule(TIMEOUT, () -> timeOut(result, task, call));
      var unused = result.whenComplete((done, problem) -> timeout.cancel());
      context.executor().execute(task);
    } catch (Throwable e) {
      // Passed on by the future: this may run on the scheduler's thread, where no caller sees it.
      result.completeExceptionally(e);
    }
  }

  private void run(CompletableFuture<?> result, Runnable work, PendingCall call) {
    if (!call.start()) {
      return;
    }
    try {
      work.run();
    } catch (Throwable e) {
      result.completeExceptionally(e);
    } finally {
      call.end();
      overdue.remove(call);
    }
  }

  private void timeOut(
      CompletableFuture<?> result, FutureTask<@Nullable Void> task, PendingCall call) {
    call.cancel();
    overdue.add(call);
    if (!call.isRunning()) {
      // It ended just now, or never started, and then nothing else would remove it.
      overdue.remove(call);
    }
    result.completeExceptionally(
        new TimeoutException("The token store did not return within " + TIMEOUT + "."));
    boolean unused = task.cancel(true);
  }
}
