package visibuild.auth;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.Scope;

/**
 * The tokens of client credentials for one scope. One token is in use; in the last quarter of its
 * life the next is asked for in the background, while it still serves. There is one request at a
 * time, and all who need its token wait for the same.
 */
public final class RenewingTokenSource implements TokenSource {
  /** After a renewal failed, the token in use serves at least this long before the next attempt. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** So long a failure that lasts is the answer to all who ask, before it is tried again. */
  private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

  private final TokenEndpoint endpoint;
  private final Scope scope;
  private final Clock clock;
  private final Duration patience;
  private final AtomicReference<@Nullable AccessToken> inUse = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<AccessToken>> running =
      new AtomicReference<>();
  private volatile long noRenewalBefore = Long.MIN_VALUE;
  private volatile long noDropBefore = Long.MIN_VALUE;
  private volatile @Nullable Remembered remembered;

  /** A failure that is the answer until its time is past. */
  private record Remembered(CompletableFuture<AccessToken> failed, long until) {}

  /**
   * Makes a source without a token yet; the first call asks for one.
   *
   * @param patience how long a call waits for a token at most
   */
  public RenewingTokenSource(TokenEndpoint endpoint, Scope scope, Clock clock, Duration patience) {
    this.endpoint = endpoint;
    this.scope = scope;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public AccessToken token(Call call) throws IOException {
    AccessToken token = inUse.get();
    long now = clock.millis();
    if (token == null || !token.isUsableAt(now)) {
      return TokenWait.of(request(), call, patience);
    }
    if (token.isDueForRenewalAt(now) && now >= noRenewalBefore) {
      CompletableFuture<AccessToken> unused = request();
    }
    return token;
  }

  @Override
  public boolean drop(AccessToken token) {
    long now = clock.millis();
    if (inUse.get() == token && now < noDropBefore) {
      // A token that has just replaced a refused one is refused too: the next would be as well.
      return false;
    }
    if (inUse.compareAndSet(token, null)) {
      noDropBefore = now + PAUSE.toMillis();
    }
    return true;
  }

  @Override
  public String remedy() {
    return "A fresh token was refused too; check that the client credentials were not revoked in"
        + " Visibuild, and that they belong to this region.";
  }

  /** Joins the running request, or starts one. */
  private CompletableFuture<AccessToken> request() {
    Remembered failure = remembered;
    if (failure != null && clock.millis() < failure.until) {
      return failure.failed;
    }
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> theirs = running.compareAndExchange(null, mine);
    if (theirs != null) {
      return theirs;
    }
    AccessToken token = inUse.get();
    if (token != null && !token.isDueForRenewalAt(clock.millis())) {
      // Another request ended between the caller's look and now, and brought a fresh token.
      running.set(null);
      mine.complete(token);
      return mine;
    }
    start(mine);
    return mine;
  }

  private void start(CompletableFuture<AccessToken> mine) {
    try {
      CompletableFuture<AccessToken> unused =
          endpoint.request(scope).whenComplete((token, failure) -> finish(mine, token, failure));
    } catch (RuntimeException | Error e) {
      finish(mine, null, e);
    }
  }

  private void finish(
      CompletableFuture<AccessToken> mine,
      @Nullable AccessToken token,
      @Nullable Throwable failure) {
    // The slot is freed before anybody is woken, so that who is woken can ask again.
    if (token != null) {
      remembered = null;
      inUse.set(token);
      running.set(null);
      mine.complete(token);
    } else {
      noRenewalBefore = clock.millis() + PAUSE.toMillis();
      if (failure instanceof TokenFailure refusal && refusal.kind() != TokenFailure.Kind.PASSING) {
        remembered = new Remembered(mine, clock.millis() + LONG_PAUSE.toMillis());
      }
      running.set(null);
      mine.completeExceptionally(failure);
    }
  }
}
