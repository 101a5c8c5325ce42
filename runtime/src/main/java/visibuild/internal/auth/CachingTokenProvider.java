package visibuild.internal.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import javax.crypto.SecretKey;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.TokenStore;

/**
 * The tokens of client credentials for one scope. One token is in use; in the last quarter of its
 * life the next is fetched in the background, while it still serves. One flight is under way at a
 * time, and all who need its token watch the same. Nothing happens unless somebody calls.
 */
public final class CachingTokenProvider implements TokenProvider {
  /** A failure that lasts is the answer to all who ask for so long, before it is tried again. */
  private static final Duration LASTING_PAUSE = Duration.ofMinutes(5);

  /** A token that has just replaced a refused one is not replaced in its turn. */
  private static final Duration DROP_PAUSE = Duration.ofSeconds(10);

  private static final AtomicReferenceFieldUpdater<CachingTokenProvider, TokenState> STATE =
      AtomicReferenceFieldUpdater.newUpdater(CachingTokenProvider.class, TokenState.class, "state");

  private final TokenFetcher request;
  private final SecretReader secrets;
  private final Scope scope;
  private final AuthContext outside;
  private final Trust trust;
  private final AtomicReference<@Nullable CachedFailure> remembered = new AtomicReference<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile TokenState state = TokenState.NOTHING;
  private volatile boolean closed;

  /** Makes a source without a token yet; the first call asks {@code endpoint} for one. */
  public static CachingTokenProvider of(
      TokenEndpoint endpoint, SecretReader secrets, Scope scope, AuthContext outside) {
    TokenFetcher request =
        new SecretTokenFetcher(secrets, secret -> endpoint.request(scope, secret));
    return new CachingTokenProvider(request, secrets, scope, outside);
  }

  /**
   * Makes a source that shares its tokens.
   *
   * @param key encrypts them before they get into {@code store}
   */
  public static CachingTokenProvider shared(
      TokenEndpoint endpoint,
      SecretReader secrets,
      Scope scope,
      AuthContext outside,
      TokenStore store,
      SecretKey key) {
    TokenEncryptor seal = new TokenEncryptor(key, endpoint.origin(), endpoint.clientId(), scope);
    TokenFetcher request =
        new SharedTokenFetcher(
            secrets, secret -> endpoint.request(scope, secret), scope, store, seal, outside);
    return new CachingTokenProvider(request, secrets, scope, outside);
  }

  CachingTokenProvider(
      TokenFetcher request, SecretReader secrets, Scope scope, AuthContext outside) {
    this.request = request;
    this.secrets = secrets;
    this.scope = scope;
    this.outside = outside;
    this.trust = new Trust(outside);
  }

  @Override
  public AccessToken token(Call call) throws IOException {
    Trust.Standing standing = trust.standing();
    AccessToken trusted = standing.token();
    return trusted == null ? getIfFresh(call, standing) : trusted;
  }

  private AccessToken getIfFresh(Call call, Trust.Standing seen) throws IOException {
    AccessToken token = state.token();
    ClockReading now = outside.time().now();
    if (token == null || !token.isUsableAt(now)) {
      return TokenAwaiter.of(currentRefresh(), call, outside);
    }
    if (token.isDueForRenewalAt(now)) {
      TokenRefresh unused = currentRefresh();
    }
    trust.begin(seen, token, token.usableFrom(now));
    return token;
  }

  @Override
  public boolean invalidate(AccessToken token) {
    TokenState seen = state;
    if (seen.token() == token) {
      ClockReading now = outside.time().now();
      if (seen.isInPauseAt(now)) {
        return false;
      }
      TokenState.Dropped refused = new TokenState.Dropped(token, now.plus(DROP_PAUSE));
      TokenState before = STATE.getAndUpdate(this, each -> each.drop(refused));
      if (before.token() == token) {
        outside.eventPublisher().publish(new TokenEvent.Rejected(scope));
      }
    }
    trust.end();
    return true;
  }

  @Override
  public void close() {
    closed = true;
    TokenRefresh flight = state.flight();
    if (flight != null) {
      flight.land(new RefreshResult.Failure(TokenFailure.closed()));
    }
  }

  @Override
  public void releaseLease() {
    request.close();
  }

  @Override
  public String hint() {
    return "A fresh token was refused too; check that the client credentials were not revoked in"
        + " Visibuild, and that they belong to this region.";
  }

  /** The flight under way, or a new one, or where it is too early for one the last failure. */
  private TokenRefresh currentRefresh() {
    // Before the place is taken: a clock of the user's may throw, and nobody would free it.
    ClockReading now = outside.time().now();
    TokenRefresh mine = new TokenRefresh(request, outside, this::onRefreshComplete);
    TokenState before = STATE.getAndUpdate(this, each -> each.begin(mine));
    if (before.flight() != null) {
      return before.flight();
    }
    AccessToken token = before.token();
    CachedFailure last = remembered.get();
    if (closed) {
      // Who closed it may not have seen this flight.
      cancel(mine, new RefreshResult.Failure(TokenFailure.closed()));
    } else if (token != null && !token.isDueForRenewalAt(now)) {
      // Another flight landed between the caller's look and now.
      cancel(mine, new RefreshResult.Success(token));
    } else if (last != null && !last.end().isPastAt(now)) {
      lookForAnotherSecret(last, now);
      cancel(mine, new RefreshResult.Failure(last.failure()));
    } else {
      mine.begin(before.refused());
    }
    return mine;
  }

  private void cancel(TokenRefresh flight, RefreshResult outcome) {
    end(flight, null);
    flight.cancel(outcome);
  }

  private void end(TokenRefresh flight, @Nullable AccessToken brought) {
    STATE.updateAndGet(this, each -> each.end(flight, brought));
  }

  private void lookForAnotherSecret(CachedFailure last, ClockReading now) {
    CachedFailure looked = last.lookedAt(now);
    if (last.isSecretDueAt(now) && remembered.compareAndSet(last, looked)) {
      looked.forgetOnceSecretChanged(secrets, remembered);
    }
  }

  /** The place is freed before anybody is woken, so that who is woken can ask again. */
  private void onRefreshComplete(TokenRefresh flight, RefreshResult outcome) {
    AccessToken brought = outcome instanceof RefreshResult.Success granted ? granted.token() : null;
    try {
      store(outcome);
    } finally {
      end(flight, brought);
    }
    if (brought != null) {
      // After it, so that nobody trusts the one before from now on.
      trust.end();
    }
  }

  private void store(RefreshResult outcome) {
    if (outcome instanceof RefreshResult.Success) {
      failures.set(0);
      remembered.set(null);
    } else if (outcome instanceof RefreshResult.Failure failed
        && failed.failure().kind() != TokenFailure.Kind.CLOSED) {
      cacheFailure(failed.failure());
    }
  }

  private void cacheFailure(TokenFailure failure) {
    ClockReading now = outside.time().now();
    Duration pause =
        failure.kind().isLasting()
            ? LASTING_PAUSE
            : failure.pause(failures.incrementAndGet(), Backoff.OF_REQUESTS, outside.random());
    remembered.set(CachedFailure.of(failure, pause, now));
    AccessToken token = state.token();
    boolean stillServed = token != null && token.isUsableAt(now);
    outside
        .eventPublisher()
        .publish(
            new TokenEvent.Failed(
                scope, failure.of("calls of scope " + scope.parameter()), pause, stillServed));
  }
}
