package visibuild.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.TokenEvent;
import visibuild.TokenStore;

/**
 * Looks for a token in the store before it asks for one, and asks only with the store's lease: of a
 * fleet of programs one asks. Where the store fails it asks as if there were none.
 */
final class SharedRequest implements TokenRequest {
  /** Longer than one token request takes, so that there is one at most in a lease. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** A store that takes longer is taken to be down. */
  private static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

  /** How long to wait for who holds the lease, before the next look; twice that at most. */
  private static final Duration LOOK_PAUSE = Duration.ofMillis(200);

  /** How often; after that the flight would have ended anyway. */
  private static final int MOST_LOOKS = 100;

  private final TokenRequest direct;
  private final TokenStore store;
  private final TokenSeal seal;
  private final Outside outside;
  private final String key;
  private final AtomicLong newestSeen = new AtomicLong(Long.MIN_VALUE);
  private final AtomicBoolean down = new AtomicBoolean();

  SharedRequest(TokenRequest direct, TokenStore store, TokenSeal seal, Outside outside) {
    this.direct = direct;
    this.store = store;
    this.seal = seal;
    this.outside = outside;
    this.key = seal.name();
  }

  /** What was found: an entry as it stands, and the token in it if it is one to use. */
  private record Found(Optional<String> entry, @Nullable AccessToken token) {}

  @Override
  public CompletableFuture<AccessToken> send(@Nullable AccessToken refused) {
    return look(refused, 1);
  }

  private CompletableFuture<AccessToken> look(@Nullable AccessToken refused, int number) {
    String holder = UUID.randomUUID().toString();
    return inStore(() -> found(refused))
        .thenCompose(
            found ->
                found.token() != null
                    ? CompletableFuture.completedFuture(found.token())
                    : inStore(() -> store.lease(key, holder, LEASE))
                        .thenCompose(
                            leased -> leased ? ask(refused, holder) : lookLater(refused, number)))
        .exceptionallyCompose(problem -> withoutStore(refused, problem));
  }

  /** Once more looks first: the last holder may have put a token there just now. */
  private CompletableFuture<AccessToken> ask(@Nullable AccessToken refused, String holder) {
    return inStore(() -> found(refused))
        .thenCompose(
            found ->
                found.token() != null
                    ? CompletableFuture.completedFuture(found.token())
                    : askAndPut(refused, found.entry()))
        .whenComplete((token, problem) -> release(holder));
  }

  private CompletableFuture<AccessToken> askAndPut(
      @Nullable AccessToken refused, Optional<String> entry) {
    long issued = outside.time().now().wallMillis();
    return direct
        .send(refused)
        .thenCompose(
            token ->
                inStore(
                        () -> {
                          SharedToken shared = SharedToken.of(token, next(issued), issued);
                          return store.replace(key, entry, seal.seal(shared));
                        })
                    .handle(
                        (put, problem) -> {
                          if (problem != null) {
                            reportDown(problem);
                          }
                          return token;
                        }));
  }

  /**
   * The number of the entry that comes next. Where entries are lost it goes on from the clock, so
   * that those who saw them take it for newer too.
   */
  private long next(long nowMillis) {
    return newestSeen.updateAndGet(seen -> Math.max(seen + 1, nowMillis));
  }

  private CompletableFuture<AccessToken> lookLater(@Nullable AccessToken refused, int number) {
    CompletableFuture<AccessToken> later = new CompletableFuture<>();
    if (number >= MOST_LOOKS) {
      return CompletableFuture.failedFuture(TokenFailure.unexpected(new TimeoutException()));
    }
    Duration pause =
        LOOK_PAUSE.plusMillis((long) (LOOK_PAUSE.toMillis() * outside.random().nextDouble()));
    outside
        .timer()
        .after(
            pause,
            () -> {
              CompletableFuture<AccessToken> unused =
                  look(refused, number + 1)
                      .whenComplete(
                          (token, problem) -> {
                            if (token != null) {
                              later.complete(token);
                            } else {
                              later.completeExceptionally(problem);
                            }
                          });
            });
    return later;
  }

  private Found found(@Nullable AccessToken refused) {
    Optional<String> entry = store.load(key);
    Moment now = outside.time().now();
    SharedToken shared = entry.flatMap(seal::open).orElse(null);
    if (shared == null) {
      return new Found(entry, null);
    }
    long seen = newestSeen.getAndAccumulate(shared.number(), Math::max);
    if (shared.number() < seen || (refused != null && shared.isSame(refused))) {
      return new Found(entry, null);
    }
    AccessToken token = shared.token(now, outside.random().nextDouble());
    if (!token.isUsableAt(now) || token.isDueForRenewalAt(now)) {
      return new Found(entry, null);
    }
    return new Found(entry, token);
  }

  private CompletableFuture<AccessToken> withoutStore(
      @Nullable AccessToken refused, Throwable problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    if (cause instanceof TokenFailure failure) {
      return CompletableFuture.failedFuture(failure);
    }
    reportDown(cause);
    return direct.send(refused);
  }

  private void reportDown(Throwable problem) {
    if (down.compareAndSet(false, true)) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      outside.reporter().report(new TokenEvent.StoreUnavailable(cause.getClass().getName()));
    }
  }

  private void release(String holder) {
    CompletableFuture<Boolean> unused =
        inStore(
            () -> {
              store.release(key, holder);
              return true;
            });
  }

  /** Does {@code work} in the background, and for a while only: the store may hang. */
  private <T> CompletableFuture<T> inStore(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      outside
          .timer()
          .after(
              STORE_PATIENCE,
              () -> result.completeExceptionally(new TimeoutException("The store hangs.")));
      outside.threads().execute(() -> complete(result, work));
    } catch (RejectedExecutionException e) {
      // Who is woken by the timer has nobody to throw it to.
      result.completeExceptionally(e);
    }
    return result;
  }

  private <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      T done = work.get();
      if (result.complete(done) && down.compareAndSet(true, false)) {
        outside.reporter().report(new TokenEvent.StoreAvailable());
      }
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }
}
