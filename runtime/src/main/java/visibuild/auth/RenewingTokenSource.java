package visibuild.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

  private final TokenRequest request;
  private final SecretReader secrets;
  private final Scope scope;
  private final Outside outside;
  private final Trust trust;
  private final AtomicReference<@Nullable AccessToken> inUse = new AtomicReference<>();
  private final AtomicReference<@Nullable TokenFlight> running = new AtomicReference<>();
  private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable AccessToken refused;
  private volatile @Nullable Moment noDropBefore;

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
    AccessToken token = inUse.get();
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
    if (inUse.get() == token) {
      Moment now = outside.time().now();
      Moment pauseEnd = noDropBefore;
      if (pauseEnd != null && !pauseEnd.isPastAt(now) && inUse.get() == token) {
        // Were it dropped by now, the pause would be the one after that.
        return false;
      }
      // Before it is dropped: whoever asks for the next must know which one is not wanted.
      refused = token;
      if (inUse.compareAndSet(token, null)) {
        noDropBefore = now.plus(DROP_PAUSE);
        outside.reporter().report(new TokenEvent.Invalidated(scope));
      }
    }
    trust.end();
    return true;
  }

  @Override
  public void close() {
    TokenFlight flight = running.get();
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
    TokenFlight mine = new TokenFlight(request, outside, this::landed);
    TokenFlight theirs = running.compareAndExchange(null, mine);
    if (theirs != null) {
      return theirs;
    }
    Moment now = outside.time().now();
    AccessToken token = inUse.get();
    Remembered last = remembered.get();
    if (token != null && !token.isDueForRenewalAt(now)) {
      // Another flight landed between the caller's look and now.
      running.set(null);
      mine.cancel(new Outcome.Granted(token));
    } else if (last != null && !last.end().isPastAt(now)) {
      lookForAnotherSecret(last, now);
      running.set(null);
      mine.cancel(new Outcome.Failed(last.failure()));
    } else {
      mine.begin(refused);
    }
    return mine;
  }

  private void lookForAnotherSecret(Remembered last, Moment now) {
    Remembered looked = last.lookedAt(now);
    if (last.isSecretDueAt(now) && remembered.compareAndSet(last, looked)) {
      looked.forgetOnceSecretChanged(secrets, remembered);
    }
  }

  /** The slot is freed before anybody is woken, so that who is woken can ask again. */
  private void landed(Outcome outcome) {
    try {
      keep(outcome);
    } finally {
      running.set(null);
    }
  }

  private void keep(Outcome outcome) {
    if (outcome instanceof Outcome.Granted granted) {
      failures.set(0);
      remembered.set(null);
      inUse.set(granted.token());
      // After it, so that nobody trusts the one before from now on.
      trust.end();
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
    AccessToken token = inUse.get();
    boolean stillServed = token != null && token.isUsableAt(now);
    outside
        .reporter()
        .report(
            new TokenEvent.Failed(
                scope, failure.of("calls of scope " + scope.parameter()), pause, stillServed));
  }
}
