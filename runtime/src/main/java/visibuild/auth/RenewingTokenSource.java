package visibuild.auth;

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
public final class RenewingTokenSource implements TokenSource {
  /** A failure that lasts is the answer to all who ask for so long, before it is tried again. */
  private static final Duration LASTING_PAUSE = Duration.ofMinutes(5);

  /** A token that has just replaced a refused one is not replaced in its turn. */
  private static final Duration DROP_PAUSE = Duration.ofSeconds(10);

  private static final AtomicReferenceFieldUpdater<RenewingTokenSource, TokenState> STATE =
      AtomicReferenceFieldUpdater.newUpdater(RenewingTokenSource.class, TokenState.class, "state");

  private final TokenRequest request;
  private final SecretReader secrets;
  private final Scope scope;
  private final Outside outside;
  private final Trust trust;
  private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile TokenState state = TokenState.NOTHING;
  private volatile boolean closed;

  /** Makes a source without a token yet; the first call asks {@code endpoint} for one. */
  public static RenewingTokenSource of(
      TokenEndpoint endpoint, SecretReader secrets, Scope scope, Outside outside) {
    TokenRequest request = new SecretRequest(secrets, secret -> endpoint.request(scope, secret));
    return new RenewingTokenSource(request, secrets, scope, outside);
  }

  /**
   * Makes a source that shares its tokens.
   *
   * @param key encrypts them before they get into {@code store}
   */
  public static RenewingTokenSource shared(
      TokenEndpoint endpoint,
      SecretReader secrets,
      Scope scope,
      Outside outside,
      TokenStore store,
      SecretKey key) {
    TokenSeal seal = new TokenSeal(key, endpoint.origin(), endpoint.clientId(), scope);
    TokenRequest request =
        new SharedRequest(
            secrets, secret -> endpoint.request(scope, secret), scope, store, seal, outside);
    return new RenewingTokenSource(request, secrets, scope, outside);
  }

  RenewingTokenSource(TokenRequest request, SecretReader secrets, Scope scope, Outside outside) {
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
    return trusted == null ? look(call, standing) : trusted;
  }

  private AccessToken look(Call call, Trust.Standing seen) throws IOException {
    AccessToken token = state.token();
    Moment now = outside.time().now();
    if (token == null || !token.isUsableAt(now)) {
      return TokenWait.of(flight(), call, outside);
    }
    if (token.isDueForRenewalAt(now)) {
      TokenFlight unused = flight();
    }
    trust.begin(seen, token, token.usableFrom(now));
    return token;
  }

  @Override
  public boolean drop(AccessToken token) {
    TokenState seen = state;
    if (seen.token() == token) {
      Moment now = outside.time().now();
      if (seen.isInPauseAt(now)) {
        return false;
      }
      TokenState.Dropped refused = new TokenState.Dropped(token, now.plus(DROP_PAUSE));
      TokenState before = STATE.getAndUpdate(this, each -> each.drop(refused));
      if (before.token() == token) {
        outside.reporter().report(new TokenEvent.Invalidated(scope));
      }
    }
    trust.end();
    return true;
  }

  @Override
  public void close() {
    closed = true;
    TokenFlight flight = state.flight();
    if (flight != null) {
      flight.land(new Outcome.Failed(TokenFailure.closed()));
    }
  }

  @Override
  public void giveBack() {
    request.close();
  }

  @Override
  public String remedy() {
    return "A fresh token was refused too; check that the client credentials were not revoked in"
        + " Visibuild, and that they belong to this region.";
  }

  /** The flight under way, or a new one, or where it is too early for one the last failure. */
  private TokenFlight flight() {
    // Before the place is taken: a clock of the user's may throw, and nobody would free it.
    Moment now = outside.time().now();
    TokenFlight mine = new TokenFlight(request, outside, this::landed);
    TokenState before = STATE.getAndUpdate(this, each -> each.begin(mine));
    if (before.flight() != null) {
      return before.flight();
    }
    AccessToken token = before.token();
    Remembered last = remembered.get();
    if (closed) {
      // Who closed it may not have seen this flight.
      cancel(mine, new Outcome.Failed(TokenFailure.closed()));
    } else if (token != null && !token.isDueForRenewalAt(now)) {
      // Another flight landed between the caller's look and now.
      cancel(mine, new Outcome.Granted(token));
    } else if (last != null && !last.end().isPastAt(now)) {
      lookForAnotherSecret(last, now);
      cancel(mine, new Outcome.Failed(last.failure()));
    } else {
      mine.begin(before.refused());
    }
    return mine;
  }

  private void cancel(TokenFlight flight, Outcome outcome) {
    end(flight, null);
    flight.cancel(outcome);
  }

  private void end(TokenFlight flight, @Nullable AccessToken brought) {
    STATE.updateAndGet(this, each -> each.end(flight, brought));
  }

  private void lookForAnotherSecret(Remembered last, Moment now) {
    Remembered looked = last.lookedAt(now);
    if (last.isSecretDueAt(now) && remembered.compareAndSet(last, looked)) {
      looked.forgetOnceSecretChanged(secrets, remembered);
    }
  }

  /** The place is freed before anybody is woken, so that who is woken can ask again. */
  private void landed(TokenFlight flight, Outcome outcome) {
    AccessToken brought = outcome instanceof Outcome.Granted granted ? granted.token() : null;
    try {
      keep(outcome);
    } finally {
      end(flight, brought);
    }
    if (brought != null) {
      // After it, so that nobody trusts the one before from now on.
      trust.end();
    }
  }

  private void keep(Outcome outcome) {
    if (outcome instanceof Outcome.Granted) {
      failures.set(0);
      remembered.set(null);
    } else if (outcome instanceof Outcome.Failed failed
        && failed.failure().kind() != TokenFailure.Kind.CLOSED) {
      remember(failed.failure());
    }
  }

  private void remember(TokenFailure failure) {
    Moment now = outside.time().now();
    Duration pause =
        failure.kind().isLasting()
            ? LASTING_PAUSE
            : failure.pause(failures.incrementAndGet(), Backoff.OF_REQUESTS, outside.random());
    remembered.set(Remembered.of(failure, pause, now));
    AccessToken token = state.token();
    boolean stillServed = token != null && token.isUsableAt(now);
    outside
        .reporter()
        .report(
            new TokenEvent.Failed(
                scope, failure.of("calls of scope " + scope.parameter()), pause, stillServed));
  }
}
