package visibuild.benchmark.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import visibuild.VisibuildException;
import visibuild.internal.auth.AccessToken;
import visibuild.internal.auth.TokenProvider;

/** One program of the fleet: it makes a call every ten seconds on average, at random times. */
final class Member {
  private static final double CALL_PAUSE_MILLIS = 10_000;
  private static final Duration NEXT_LOOK = Duration.ofMillis(10);

  private final VirtualTime time;
  private final VirtualServer server;
  private final TokenProvider source;
  private final OkHttpClient http;
  private final RandomGenerator random;
  private final Calls calls;
  private boolean ended;

  Member(
      VirtualTime time,
      VirtualServer server,
      TokenProvider source,
      OkHttpClient http,
      RandomGenerator random,
      Calls calls) {
    this.time = time;
    this.server = server;
    this.source = source;
    this.http = http;
    this.random = random;
    this.calls = calls;
  }

  /** Makes the first call, and all others after it. */
  void call() {
    if (!ended) {
      attempt(time.passed(), false);
      long pause = (long) (-CALL_PAUSE_MILLIS * Math.log(1 - random.nextDouble()));
      time.schedule(Duration.ofMillis(pause), this::call);
    }
  }

  /** Ends the program; work in progress is completed. */
  void end() {
    ended = true;
  }

  /** As the runtime does it: a token that is refused is dropped, and the call repeated once. */
  private void attempt(Duration began, boolean repeated) {
    AccessToken token;
    try {
      token = source.token(leavingCall());
    } catch (IOException e) {
      time.schedule(NEXT_LOOK, () -> attempt(began, repeated));
      return;
    } catch (VisibuildException e) {
      calls.refused();
      return;
    }
    if (server.accepts(token.authorization())) {
      token.markAccepted();
      calls.completed(time.passed().minus(began));
    } else if (!repeated && source.invalidate(token)) {
      attempt(began, true);
    } else {
      calls.refused();
    }
  }

  /**
   * Returns a cancelled call, which does not wait for a token request in progress: the single
   * thread must not block. The token arrives anyway, and the call polls for it.
   */
  private Call leavingCall() {
    Call call = http.newCall(new Request.Builder().url(Fleet.ORIGIN).build());
    call.cancel();
    return call;
  }
}
