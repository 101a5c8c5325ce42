package visibuild.internal.auth.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.AuthContext;
import visibuild.internal.auth.TokenFailure;
import visibuild.internal.auth.TokenFetcher;
import visibuild.internal.auth.grant.ClientCredentialsGrant;
import visibuild.internal.base.Secret;
import visibuild.internal.time.ClockReading;
import visibuild.internal.time.Scheduler;

/**
 * Fetches tokens from a {@link TokenStore}, or, with the store's lease, from the token endpoint: of
 * all programs with one credential, one sends the request. If the store fails, this program goes on
 * without it.
 */
public final class SharedTokenFetcher implements TokenFetcher {
  /** The shortest pause between two looks into the store while another program has the lease. */
  private static final Duration LOOKUP_PAUSE = Duration.ofMillis(200);

  /** The refresh times out before this number of lookups is reached. */
  private static final int MAX_LOOKUPS = 100;

  private final ClientCredentialsGrant grant;
  private final Scope scope;
  private final TokenEncryptor encryptor;
  private final AuthContext context;
  private final String key;
  private final TimedTokenStore store;
  private final AtomicLong newestSequence = new AtomicLong(Long.MIN_VALUE);
  private final AtomicReference<@Nullable String> undecryptable = new AtomicReference<>();

  /**
   * Creates a fetcher.
   *
   * @param encryptionKey encrypts the tokens before they are stored
   */
  public SharedTokenFetcher(
      ClientCredentialsGrant grant,
      TokenStore store,
      SecretKey encryptionKey,
      AuthContext context) {
    this.grant = grant;
    this.scope = grant.scope();
    this.encryptor = new TokenEncryptor(encryptionKey, grant.origin(), grant.clientId(), scope);
    this.context = context;
    this.key = encryptor.storageKey();
    this.store = new TimedTokenStore(store, key, context);
  }

  /** The entry that was found, and its token if that can be used. */
  private record Lookup(Optional<String> entry, @Nullable AccessToken token) {}

  /** One attempt to get a token other than {@code rejected}. */
  private record Attempt(
      Secret secret, @Nullable AccessToken rejected, BooleanSupplier isCancelled) {}

  @Override
  public CompletableFuture<AccessToken> fetch(
      @Nullable AccessToken rejected, BooleanSupplier isCancelled) {
    return lookUp(rejected)
        .thenCompose(
            found ->
                tokenOr(
                    found,
                    () ->
                        grant.attempt(
                            secret ->
                                requestWithLease(new Attempt(secret, rejected, isCancelled), 1))))
        .exceptionallyCompose(
            problem -> withoutStore(problem, () -> grant.fetch(rejected, isCancelled)));
  }

  @Override
  public CompletableFuture<Boolean> hasCredentialChangedSince(TokenFailure failure) {
    return grant.hasCredentialChangedSince(failure);
  }

  @Override
  public void close() {
    store.close();
  }

  private static CompletableFuture<AccessToken> tokenOr(
      Lookup found, Supplier<CompletableFuture<AccessToken>> next) {
    return found.token() == null ? next.get() : CompletableFuture.completedFuture(found.token());
  }

  private CompletableFuture<AccessToken> requestWithLease(Attempt attempt, int number) {
    String holder = UUID.randomUUID().toString();
    return store
        .lease(holder)
        .thenCompose(
            leased -> leased ? requestAsHolder(attempt, holder) : lookUpLater(attempt, number))
        .exceptionallyCompose(
            problem -> withoutStore(problem, () -> grant.request(attempt.secret())));
  }

  /** Looks once more before the request: the last holder may have stored a token just now. */
  private CompletableFuture<AccessToken> requestAsHolder(Attempt attempt, String holder) {
    return lookUp(attempt.rejected())
        .thenCompose(found -> tokenOr(found, () -> requestAndStore(attempt.secret(), found)))
        .whenComplete((token, problem) -> store.release(holder));
  }

  private CompletableFuture<AccessToken> requestAndStore(Secret secret, Lookup found) {
    long issuedAt = context.clocks().now().wallMillis();
    return grant
        .request(secret)
        .thenCompose(
            token ->
                store
                    .submit(open -> open.replace(key, found.entry(), encrypted(token, issuedAt)))
                    .handle(
                        (replaced, problem) -> {
                          if (problem != null) {
                            store.markUnavailable(problem);
                          } else if (replaced) {
                            store.markAvailable();
                          }
                          return token;
                        }));
  }

  private String encrypted(AccessToken token, long issuedAt) {
    return encryptor.encrypt(SharedToken.of(token, nextSequence(issuedAt), issuedAt));
  }

  /**
   * Returns the sequence number of the next entry. If the store loses its entries, numbers continue
   * from the clock, so that programs that saw the lost entries take the next one for newer too.
   */
  private long nextSequence(long nowMillis) {
    return newestSequence.updateAndGet(newest -> Math.max(newest + 1, nowMillis));
  }

  private CompletableFuture<AccessToken> lookUpLater(Attempt attempt, int number) {
    if (number >= MAX_LOOKUPS) {
      return CompletableFuture.failedFuture(cancelled());
    }
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    Duration pause =
        LOOKUP_PAUSE.plusMillis((long) (LOOKUP_PAUSE.toMillis() * context.random().nextDouble()));
    Scheduler.Cancellable unused = context.scheduler().schedule(pause, () -> later.complete(true));
    return later
        .thenCompose(
            awake ->
                attempt.isCancelled().getAsBoolean()
                    ? CompletableFuture.failedFuture(cancelled())
                    : lookUp(attempt.rejected()))
        .thenCompose(found -> tokenOr(found, () -> requestWithLease(attempt, number + 1)));
  }

  private static TokenFailure cancelled() {
    return TokenFailure.unexpected(new TimeoutException());
  }

  private CompletableFuture<Lookup> lookUp(@Nullable AccessToken rejected) {
    return store.submit(open -> lookup(open.load(key), rejected));
  }

  private Lookup lookup(Optional<String> entry, @Nullable AccessToken rejected) {
    ClockReading now = context.clocks().now();
    SharedToken shared = entry.flatMap(encryptor::decrypt).orElse(null);
    if (shared == null) {
      entry.ifPresent(this::reportUndecryptable);
      return new Lookup(entry, null);
    }
    long newest = newestSequence.getAndAccumulate(shared.sequence(), Math::max);
    if (shared.sequence() < newest || (rejected != null && shared.isSameAs(rejected))) {
      return new Lookup(entry, null);
    }
    AccessToken token = shared.toAccessToken(now, context.random().nextDouble());
    if (!token.isUsableAt(now) || token.isRefreshDueAt(now)) {
      return new Lookup(entry, null);
    }
    store.markAvailable();
    Duration left = Duration.ofMillis(shared.expiresAtMillis() - now.wallMillis());
    context.eventPublisher().publish(new TokenEvent.TakenFromStore(scope, token.granted(), left));
    return new Lookup(entry, token);
  }

  /** Reports each entry once, although it is looked up twice before it is replaced. */
  private void reportUndecryptable(String entry) {
    if (!entry.equals(undecryptable.getAndSet(entry))) {
      context.eventPublisher().publish(new TokenEvent.StoreEntryUndecryptable(scope));
    }
  }

  /** Goes on without the store if the store failed, and not the token request. */
  private CompletableFuture<AccessToken> withoutStore(
      Throwable problem, Supplier<CompletableFuture<AccessToken>> request) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    if (cause instanceof TokenFailure failure) {
      return CompletableFuture.failedFuture(failure);
    }
    store.markUnavailable(cause);
    long requestedAt = context.clocks().now().wallMillis();
    return request
        .get()
        .thenApply(
            token -> {
              // Counts as newer than the entry in the store, which this token may have revoked.
              long unused = nextSequence(requestedAt);
              return token;
            });
  }
}
