package visibuild.internal.auth;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.internal.auth.TokenFailure.Kind;

/**
 * The client secret, read when it is first needed and again when the server refuses it: whoever
 * rotates it changes the file or the variable, and no program has to be restarted. It is read in
 * the background, since a user's supplier may take its time, and once at a time.
 */
public final class SecretReader {
  /** A supplier that takes longer is interrupted, and asked anew the next time. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Supplier<String> supplier;
  private final UnaryOperator<String> check;
  private final AuthContext outside;
  private final AtomicReference<State> state = new AtomicReference<>(new State(null, null));

  /** What was read last, and who reads; in one, so that nobody leaves what he read too late. */
  private record State(@Nullable Held held, @Nullable CompletableFuture<Held> running) {
    State after(CompletableFuture<Held> reading, @Nullable Held read) {
      return running == reading ? new State(read == null ? held : read, null) : this;
    }
  }

  /**
   * Makes a reader.
   *
   * @param supplier gives the secret; it is the user's, and may do anything
   * @param check takes what was given, or throws an {@link IllegalArgumentException} whose message
   *     is ours
   */
  public SecretReader(Supplier<String> supplier, UnaryOperator<String> check, AuthContext outside) {
    this.supplier = supplier;
    this.check = check;
    this.outside = outside;
  }

  /** The secret as it was last read. The future fails with a {@link TokenFailure}. */
  CompletableFuture<Held> current() {
    Held known = Objects.requireNonNull(state.get()).held();
    return known == null ? read() : CompletableFuture.completedFuture(known);
  }

  /** The secret as it is now. */
  CompletableFuture<Held> read() {
    CompletableFuture<Held> mine = new CompletableFuture<>();
    State before =
        state.getAndUpdate(now -> now.running() == null ? new State(now.held(), mine) : now);
    if (before.running() != null) {
      return before.running();
    }
    FutureTask<@Nullable Void> reading = new FutureTask<>(() -> read(mine), null);
    try {
      Runnable inTime = outside.timer().schedule(PATIENCE, () -> giveUp(mine, reading));
      CompletableFuture<Held> unused = mine.whenComplete((secret, problem) -> inTime.run());
      outside.executor().execute(reading);
    } catch (Throwable e) {
      fail(mine, failed(e));
    }
    return mine;
  }

  private void giveUp(CompletableFuture<Held> mine, FutureTask<@Nullable Void> reading) {
    fail(
        mine,
        failure(
            "The client secret could not be read within "
                + PATIENCE.toSeconds()
                + " s; look at the supplier that was given for it."));
    boolean unused = reading.cancel(true);
  }

  /** The way is freed first, so that who is woken can read again. */
  private void fail(CompletableFuture<Held> mine, TokenFailure failure) {
    state.updateAndGet(now -> now.after(mine, null));
    mine.completeExceptionally(failure);
  }

  private void read(CompletableFuture<Held> mine) {
    try {
      Held read = new Held(checked(supplier.get()));
      // What comes too late may be older than what was read since.
      state.updateAndGet(now -> now.after(mine, read));
      mine.complete(read);
    } catch (TokenFailure e) {
      fail(mine, e);
    } catch (Throwable e) {
      fail(mine, failed(e));
    }
  }

  private String checked(String given) throws TokenFailure {
    try {
      return check.apply(given);
    } catch (IllegalArgumentException e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  /** What a user's supplier throws may carry the secret, so of that only the type is told. */
  private static TokenFailure failed(Throwable problem) {
    return failure(
        "The client secret could not be read ("
            + problem.getClass().getName()
            + "); look at the supplier that was given for it.");
  }

  private static TokenFailure failure(String reason) {
    return new TokenFailure(
        Kind.TRANSIENT, call -> new AuthenticationException(TokenFailure.said(reason, call), null));
  }
}
