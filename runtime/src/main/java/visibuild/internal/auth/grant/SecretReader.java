package visibuild.internal.auth.grant;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFailure.Kind;
import visibuild.internal.base.Secret;
import visibuild.internal.time.Scheduler;

/**
 * Reads the client secret from the user's supplier: before the first token request, and again when
 * the server rejects it, so that a rotated secret needs no restart. The supplier runs on the
 * executor, with a time limit, and once at a time.
 */
public final class SecretReader implements SecretSource {
  /** A supplier that takes longer is interrupted, and called again for the next request. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The time after its timeout at which a read counts as lost. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(5);

  private final Supplier<String> supplier;
  private final Function<@Nullable String, Secret> check;
  private final AuthContext context;
  private final AtomicReference<State> state = new AtomicReference<>(new State(null, null, 0));

  /**
   * The last secret and the read in progress, replaced together so that no late read wins.
   *
   * @param lostAtNanos the monotonic time from which the read counts as lost: an {@link Error} can
   *     end its thread at any instruction, also before the timer starts
   */
  private record State(
      @Nullable Secret last, @Nullable CompletableFuture<Secret> reading, long lostAtNanos) {
    boolean isReadingAt(long nanos) {
      return reading != null && nanos - lostAtNanos < 0;
    }

    @SuppressWarnings("ReferenceEquality") // A future is equal to itself only.
    State after(CompletableFuture<Secret> ended, @Nullable Secret read) {
      return reading == ended ? new State(read == null ? last : read, null, 0) : this;
    }
  }

  /**
   * Creates a reader.
   *
   * @param supplier the user's supplier, which may block, throw or return anything
   * @param check returns the secret, or throws an {@link IllegalArgumentException} without any part
   *     of it in the message
   */
  public SecretReader(
      Supplier<String> supplier, Function<@Nullable String, Secret> check, AuthContext context) {
    this.supplier = supplier;
    this.check = check;
    this.context = context;
  }

  @Override
  public CompletableFuture<AccessToken> attempt(
      Function<Secret, CompletableFuture<AccessToken>> attempt) {
    return lastOrRead()
        .thenCompose(
            secret ->
                attempt
                    .apply(secret)
                    .exceptionallyCompose(
                        problem -> {
                          TokenFailure failure = TokenFailure.from(problem).withSecret(secret);
                          return failure.kind() == Kind.INVALID_CLIENT
                              ? attemptIfChanged(secret, failure, attempt)
                              : CompletableFuture.failedFuture(failure);
                        }));
  }

  private CompletableFuture<AccessToken> attemptIfChanged(
      Secret rejected,
      TokenFailure failure,
      Function<Secret, CompletableFuture<AccessToken>> attempt) {
    return read()
        .thenCompose(
            secret ->
                secret.isSameAs(rejected)
                    ? CompletableFuture.failedFuture(failure)
                    : attempt
                        .apply(secret)
                        .exceptionallyCompose(
                            problem ->
                                CompletableFuture.failedFuture(
                                    TokenFailure.from(problem).withSecret(secret))));
  }

  /** Reads the secret; the one that was read last may be newer than that of the failed request. */
  @Override
  public CompletableFuture<Boolean> hasChangedSince(TokenFailure failure) {
    return read().thenApply(failure::isOfAnotherSecretThan);
  }

  private CompletableFuture<Secret> lastOrRead() {
    Secret last = Objects.requireNonNull(state.get()).last();
    return last == null ? read() : CompletableFuture.completedFuture(last);
  }

  /** Reads the secret, or waits for the read in progress. */
  CompletableFuture<Secret> read() {
    CompletableFuture<Secret> mine = new CompletableFuture<>();
    long nanos = context.clocks().monotonic().getAsLong();
    long lostAt = nanos + TIMEOUT.plus(LOST_AFTER).toNanos();
    State before =
        state.getAndUpdate(
            now -> now.isReadingAt(nanos) ? now : new State(now.last(), mine, lostAt));
    if (before.reading() != null && before.isReadingAt(nanos)) {
      return before.reading();
    }
    FutureTask<@Nullable Void> task = new FutureTask<>(() -> read(mine), null);
    try {
      Scheduler.Cancellable timeout =
          context.scheduler().schedule(TIMEOUT, () -> timeOut(mine, task));
      CompletableFuture<Secret> unused = mine.whenComplete((secret, problem) -> timeout.cancel());
      context.executor().execute(task);
    } catch (Throwable e) {
      fail(mine, supplierFailure(e));
    }
    return mine;
  }

  private void timeOut(CompletableFuture<Secret> mine, FutureTask<@Nullable Void> task) {
    fail(
        mine,
        failure(
            "The client secret could not be read within "
                + TIMEOUT.toSeconds()
                + " s; check the supplier given to ClientCredentials.of(...)."));
    boolean unused = task.cancel(true);
  }

  /** Ends the read before its future, so that a caller that is notified can start the next one. */
  private void fail(CompletableFuture<Secret> mine, TokenFailure failure) {
    state.updateAndGet(now -> now.after(mine, null));
    mine.completeExceptionally(failure);
  }

  private void read(CompletableFuture<Secret> mine) {
    try {
      Secret read = checked(supplier.get());
      // Dropped if this read timed out: a later one may have read a newer secret.
      state.updateAndGet(now -> now.after(mine, read));
      mine.complete(read);
    } catch (TokenFailure e) {
      fail(mine, e);
    } catch (Throwable e) {
      fail(mine, supplierFailure(e));
    }
  }

  private Secret checked(@Nullable String given) throws TokenFailure {
    try {
      return check.apply(given);
    } catch (IllegalArgumentException e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  /** Shows the type only: the message of the user's exception may contain the secret. */
  private static TokenFailure supplierFailure(Throwable problem) {
    return failure(
        problem,
        "The client secret could not be read ("
            + problem.getClass().getName()
            + "); check the supplier given to ClientCredentials.of(...).");
  }

  private static TokenFailure failure(String reason) {
    return failure(null, reason);
  }

  private static TokenFailure failure(@Nullable Throwable problem, String reason) {
    return TokenFailure.causedBy(
        problem,
        Kind.TRANSIENT,
        call -> new AuthenticationException(TokenFailure.withCall(reason, call), null));
  }
}
