package visibuild.internal.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.RateLimitedException;
import visibuild.Scope;
import visibuild.TokenEvent;
import visibuild.VisibuildException;
import visibuild.internal.time.ClockReading;
import visibuild.internal.time.ExponentialBackoff;

/**
 * Caches the tokens of one scope. In the last quarter of a token's lifetime the next one is fetched
 * in the background while calls go on with the current one. One refresh is in progress at a time,
 * and all calls that need its token wait for the same one. Without calls, no timer runs and no
 * request is sent.
 *
 * <p>All that changes stands in one immutable {@link TokenState}.
 */
public final class CachingTokenProvider implements TokenProvider, TokenRefresh.Listener {
  /** The time for which a permanent failure is the result of all calls. */
  private static final Duration PERMANENT_FAILURE_PAUSE = Duration.ofMinutes(5);

  /** The time for which the successor of a rejected token is not dropped. */
  private static final Duration REJECTION_PAUSE = Duration.ofSeconds(10);

  /** The number of successive revoked tokens that is reported as a pattern. */
  private static final int REPORTED_REVOCATIONS = 2;

  private static final String SHARE_TOKENS =
      "the server seems to revoke older tokens of a credential when it issues one: share a"
          + " TokenStore (Visibuild.builder().tokenStore(...)) among all programs with this"
          + " credential; if this program is the only one, use one credential for reads and another"
          + " for writes";

  private static final AtomicReferenceFieldUpdater<CachingTokenProvider, TokenState> STATE =
      AtomicReferenceFieldUpdater.newUpdater(CachingTokenProvider.class, TokenState.class, "state");

  private final TokenFetcher fetcher;
  private final Scope scope;
  private final AuthContext context;

  /** The monotonic clock, one field away: a valid token costs little more than reading it. */
  private final LongSupplier nanos;

  private final ExponentialBackoff backoff;
  private volatile TokenState state = TokenState.EMPTY;

  /** Creates a provider without a token; the first call fetches one. */
  public CachingTokenProvider(TokenFetcher fetcher, Scope scope, AuthContext context) {
    this.fetcher = fetcher;
    this.scope = scope;
    this.context = context;
    this.nanos = context.clocks().monotonic();
    this.backoff =
        new ExponentialBackoff(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMinutes(1), context.random());
  }

  @Override
  public AccessToken token(Call call) throws IOException {
    AccessToken token = state.token();
    return token != null && token.isFreshAt(nanos.getAsLong(), context.clocks())
        ? token
        : usableToken(call);
  }

  /** Starts a refresh if one is due, and waits for it only if no token is usable. */
  private AccessToken usableToken(Call call) throws IOException {
    // Before the refresh is published: the user's clock may throw, and then nothing must be held.
    ClockReading now = context.clocks().now();
    TokenState seen = state;
    TokenRefresh refresh = seen.refresh();
    if (seen.needsRefreshAt(now)) {
      TokenRefresh mine = new TokenRefresh(fetcher, context, this, now);
      seen = STATE.getAndUpdate(this, each -> each.startRefresh(mine, now));
      refresh = seen.refresh();
      if (seen.needsRefreshAt(now)) {
        refresh = mine;
        mine.start(seen.rejectedToken());
      }
    } else if (refresh == null && seen.failure() != null) {
      checkSecret(seen.failure(), now);
    }
    AccessToken token = seen.token();
    if (token != null && token.isUsableAt(now)) {
      return token;
    } else if (refresh != null) {
      return TokenAwaiter.await(refresh, call, context);
    }
    throw failure(seen, call, now);
  }

  private static VisibuildException failure(TokenState seen, Call call, ClockReading now) {
    @Nullable CachedFailure cached = seen.failure();
    if (seen.closed() || cached == null) {
      return TokenFailure.closed().toException(call);
    }
    VisibuildException failure = cached.failure().toException(call);
    // Some of the wait that the server asked for has passed.
    return failure instanceof RateLimitedException limited
        ? new RateLimitedException(limited.errorResponse(), cached.expiresAt().remainingAt(now))
        : failure;
  }

  @Override
  public boolean invalidate(AccessToken token) {
    if (state.token() != token) {
      return true;
    }
    ClockReading now = context.clocks().now();
    TokenState seen = state;
    if (seen.token() == token && seen.isInRejectionPauseAt(now)) {
      update(each -> each.rejectInPause(token));
      return false;
    }
    ClockReading pauseEnd = now.plus(REJECTION_PAUSE);
    TokenState before = update(each -> each.drop(token, pauseEnd));
    if (before.token() == token) {
      context.eventPublisher().publish(new TokenEvent.Rejected(scope));
    }
    return true;
  }

  @Override
  public void confirmRevoked(AccessToken token) {
    if (state.rejectedToken() == token) {
      update(each -> each.confirmRevoked(token));
    }
  }

  /** Applies {@code change}, reports a storm of revocations that it shows, and returns the past. */
  private TokenState update(UnaryOperator<TokenState> change) {
    while (true) {
      TokenState before = state;
      TokenState after = change.apply(before);
      if (STATE.compareAndSet(this, before, after)) {
        if (before.revocations() < REPORTED_REVOCATIONS
            && after.revocations() >= REPORTED_REVOCATIONS) {
          context.eventPublisher().publish(new TokenEvent.RepeatedlyRevoked(scope));
          context
              .eventPublisher()
              .warn(
                  "The API rejected %d tokens of scope \"%s\" in a row that were still valid; %s."
                      .formatted(REPORTED_REVOCATIONS, scope.parameter(), SHARE_TOKENS));
        }
        return before;
      }
    }
  }

  @Override
  public void close() {
    TokenRefresh refresh = update(TokenState::close).refresh();
    if (refresh != null) {
      refresh.complete(new RefreshResult.Failure(TokenFailure.closed()));
    }
  }

  @Override
  public void releaseLease() {
    fetcher.close();
  }

  @Override
  public String hint(AccessToken token) {
    if (token.wasAccepted() && state.revocations() > 0) {
      return "The token had been accepted before; " + SHARE_TOKENS + ".";
    }
    return "A fresh token was rejected too; check that the client credentials were not revoked in"
        + " Visibuild, and that they belong to this region.";
  }

  /** Reads the secret in the background; with a new one the cached failure ends. */
  private void checkSecret(CachedFailure seen, ClockReading now) {
    if (!seen.isSecretCheckDueAt(now)) {
      return;
    }
    CachedFailure checked = seen.withNextSecretCheckAfter(now);
    TokenState before = update(each -> each.replaceFailure(seen, checked));
    if (seen.equals(before.failure())) {
      CompletableFuture<Void> unused =
          fetcher
              .hasCredentialChangedSince(seen.failure())
              .thenAccept(
                  hasChanged -> {
                    if (hasChanged) {
                      update(each -> each.replaceFailure(checked, null));
                    }
                  });
    }
  }

  @Override
  public void onComplete(TokenRefresh refresh, RefreshResult result) {
    try {
      if (result instanceof RefreshResult.Success success) {
        update(each -> each.onSuccess(refresh, success.token()));
      } else if (result instanceof RefreshResult.Failure failed
          && failed.failure().kind() != TokenFailure.Kind.CLOSED) {
        cacheFailure(refresh, failed.failure());
      }
    } finally {
      // Also if the user's clock threw: a refresh that has ended must not keep the next from
      // starting.
      update(each -> each.endRefresh(refresh));
    }
  }

  private void cacheFailure(TokenRefresh refresh, TokenFailure failure) {
    ClockReading now = context.clocks().now();
    @Nullable CachedFailure last = state.failure();
    boolean isPermanent = failure.kind().isPermanent();
    int failures = (last == null ? 0 : last.failures()) + (isPermanent ? 0 : 1);
    Duration pause = isPermanent ? PERMANENT_FAILURE_PAUSE : failure.pauseBefore(failures, backoff);
    CachedFailure cached = CachedFailure.of(failure, failures, pause, now);
    AccessToken token = update(each -> each.onFailure(refresh, cached)).token();
    boolean stillServed = token != null && token.isUsableAt(now);
    context
        .eventPublisher()
        .publish(
            new TokenEvent.Failed(
                scope,
                failure.toException("calls of scope " + scope.parameter()),
                pause,
                stillServed));
  }
}
