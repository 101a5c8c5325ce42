package visibuild.auth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import visibuild.AuthenticationException;
import visibuild.auth.TokenFailure.Kind;

/**
 * The client secret, read when it is first needed and again when the server refuses it: whoever
 * rotates it changes the file or the variable, and no program has to be restarted. It is read in
 * the background, since a user's supplier may take its time, and once at a time.
 */
public final class SecretReader {
  private final Supplier<String> supplier;
  private final UnaryOperator<String> check;
  private final Executor threads;
  private final AtomicReference<@Nullable CompletableFuture<Held>> running =
      new AtomicReference<>();
  private volatile @Nullable Held held;

  /**
   * Makes a reader.
   *
   * @param supplier gives the secret; it is the user's, and may do anything
   * @param check takes what was given, or throws an {@link IllegalArgumentException} whose message
   *     is ours
   */
  public SecretReader(Supplier<String> supplier, UnaryOperator<String> check, Executor threads) {
    this.supplier = supplier;
    this.check = check;
    this.threads = threads;
  }

  /** The secret as it was last read. The future fails with a {@link TokenFailure}. */
  CompletableFuture<Held> current() {
    Held known = held;
    return known == null ? read() : CompletableFuture.completedFuture(known);
  }

  /** The secret as it is now. */
  CompletableFuture<Held> read() {
    CompletableFuture<Held> mine = new CompletableFuture<>();
    CompletableFuture<Held> theirs = running.compareAndExchange(null, mine);
    if (theirs != null) {
      return theirs;
    }
    try {
      threads.execute(() -> read(mine));
    } catch (Throwable e) {
      running.set(null);
      mine.completeExceptionally(failed(e));
    }
    return mine;
  }

  private void read(CompletableFuture<Held> mine) {
    try {
      Held now = new Held(checked(supplier.get()));
      held = now;
      running.set(null);
      mine.complete(now);
    } catch (TokenFailure e) {
      running.set(null);
      mine.completeExceptionally(e);
    } catch (Throwable e) {
      running.set(null);
      mine.completeExceptionally(failed(e));
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
        Kind.PASSING, call -> new AuthenticationException(TokenFailure.said(reason, call), null));
  }
}
