package visibuild.internal.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;

/**
 * Looks for a token in the store before it asks for one, and asks only with the store's lease, once
 * in each: of a fleet of programs one asks. Where the store fails it asks as if there were none.
 */
final class SharedTokenFetcher implements TokenFetcher {
  /** How long to wait for who holds the lease, before the next look; twice that at most. */
  private static final Duration LOOK_PAUSE = Duration.ofMillis(200);

  /** How often; after that the flight would have ended anyway. */
  private static final int MOST_LOOKS = 100;

  private final SecretReader secrets;
  private final Function<Held, CompletableFuture<AccessToken>> endpoint;
  private final Scope scope;
  private final TokenEncryptor seal;
  private final AuthContext outside;
  private final String key;
  private final TimedTokenStore door;
  private final AtomicLong newestSeen = new AtomicLong(Long.MIN_VALUE);
  private final AtomicReference<@Nullable String> unreadable = new AtomicReference<>();

  SharedTokenFetcher(
      SecretReader secrets,
      Function<Held, CompletableFuture<AccessToken>> endpoint,
      Scope scope,
      TokenStore store,
      TokenEncryptor seal,
      AuthContext outside) {
    this.secrets = secrets;
    this.endpoint = endpoint;
    this.scope = scope;
    this.seal = seal;
    this.outside = outside;
    this.key = seal.storageKey();
    this.door = new TimedTokenStore(store, key, outside);
  }

  /** What was found: an entry as it stands, and the token in it if it is one to use. */
  private record Found(Optional<String> entry, @Nullable AccessToken token) {}

  /** What is asked for: with which secret, which token is not wanted, and whether one still is. */
  private record Wish(Held secret, @Nullable AccessToken refused, BooleanSupplier over) {}

  @Override
  public CompletableFuture<AccessToken> fetch(@Nullable AccessToken refused, BooleanSupplier over) {
    SecretTokenFetcher leased =
        new SecretTokenFetcher(secrets, secret -> ask(new Wish(secret, refused, over), 1));
    SecretTokenFetcher direct = new SecretTokenFetcher(secrets, endpoint);
    return look(refused)
        .thenCompose(found -> tokenOr(found, () -> leased.fetch(refused, over)))
        .exceptionallyCompose(problem -> withoutStore(problem, () -> direct.fetch(refused, over)));
  }

  @Override
  public void close() {
    door.close();
  }

  private static CompletableFuture<AccessToken> tokenOr(
      Found found, Supplier<CompletableFuture<AccessToken>> next) {
    return found.token() == null ? next.get() : CompletableFuture.completedFuture(found.token());
  }

  private CompletableFuture<AccessToken> ask(Wish wish, int number) {
    String holder = UUID.randomUUID().toString();
    return door.lease(holder)
        .thenCompose(leased -> leased ? askLeased(wish, holder) : lookLater(wish, number))
        .exceptionallyCompose(
            problem -> withoutStore(problem, () -> endpoint.apply(wish.secret())));
  }

  /** Once more looks first: the last holder may have put a token there just now. */
  private CompletableFuture<AccessToken> askLeased(Wish wish, String holder) {
    return look(wish.refused())
        .thenCompose(found -> tokenOr(found, () -> askAndPut(wish.secret(), found.entry())))
        .whenComplete((token, problem) -> door.release(holder));
  }

  private CompletableFuture<AccessToken> askAndPut(Held secret, Optional<String> entry) {
    long issued = outside.time().now().wallMillis();
    return endpoint
        .apply(secret)
        .thenCompose(
            token ->
                door.ask(store -> store.replace(key, entry, sealed(token, issued)))
                    .handle(
                        (put, problem) -> {
                          if (problem != null) {
                            door.failed(problem);
                          } else if (put) {
                            door.works();
                          }
                          return token;
                        }));
  }

  private String sealed(AccessToken token, long issued) {
    return seal.encrypt(SharedToken.of(token, next(issued), issued));
  }

  /**
   * The number of the entry that comes next. Where entries are lost it goes on from the clock, so
   * that those who saw them take it for newer too.
   */
  private long next(long nowMillis) {
    return newestSeen.updateAndGet(seen -> Math.max(seen + 1, nowMillis));
  }

  private CompletableFuture<AccessToken> lookLater(Wish wish, int number) {
    if (number >= MOST_LOOKS) {
      return CompletableFuture.failedFuture(TokenFailure.unexpected(new TimeoutException()));
    }
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    Duration pause =
        LOOK_PAUSE.plusMillis((long) (LOOK_PAUSE.toMillis() * outside.random().nextDouble()));
    Runnable unused = outside.timer().schedule(pause, () -> later.complete(true));
    return later
        .thenCompose(awake -> wish.over().getAsBoolean() ? over() : look(wish.refused()))
        .thenCompose(found -> tokenOr(found, () -> ask(wish, number + 1)));
  }

  /** Nobody waits any more. */
  private static CompletableFuture<Found> over() {
    return CompletableFuture.failedFuture(TokenFailure.unexpected(new TimeoutException()));
  }

  private CompletableFuture<Found> look(@Nullable AccessToken refused) {
    return door.ask(store -> found(store.load(key), refused));
  }

  private Found found(Optional<String> entry, @Nullable AccessToken refused) {
    ClockReading now = outside.time().now();
    SharedToken shared = entry.flatMap(seal::decrypt).orElse(null);
    if (shared == null) {
      entry.ifPresent(this::tellUnreadable);
      return new Found(entry, null);
    }
    long seen = newestSeen.getAndAccumulate(shared.sequence(), Math::max);
    if (shared.sequence() < seen || (refused != null && shared.isSame(refused))) {
      return new Found(entry, null);
    }
    AccessToken token = shared.token(now, outside.random().nextDouble());
    if (!token.isUsableAt(now) || token.isDueForRenewalAt(now)) {
      return new Found(entry, null);
    }
    door.works();
    Duration left = Duration.ofMillis(shared.expiresAtMillis() - now.wallMillis());
    outside.eventPublisher().publish(new TokenEvent.TakenFromStore(scope, token.granted(), left));
    return new Found(entry, token);
  }

  /** Once for each entry, which is looked at twice before it is overwritten. */
  private void tellUnreadable(String entry) {
    if (!entry.equals(unreadable.getAndSet(entry))) {
      outside.eventPublisher().publish(new TokenEvent.StoreEntryUndecryptable(scope));
    }
  }

  private CompletableFuture<AccessToken> withoutStore(
      Throwable problem, Supplier<CompletableFuture<AccessToken>> direct) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    if (cause instanceof TokenFailure failure) {
      return CompletableFuture.failedFuture(failure);
    }
    door.failed(cause);
    long asked = outside.time().now().wallMillis();
    return direct
        .get()
        .thenApply(
            token -> {
              // As if it were in the store: what is there is older, and may have ended with this.
              long unused = next(asked);
              return token;
            });
  }
}
