package visibuild.internal.auth;

import java.io.IOException;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import visibuild.internal.event.CallTracker;

/** Publishes how long a call waited for its token. */
public record ObservedTokenProvider(TokenProvider source) implements TokenProvider {
  @Override
  public AccessToken token(Call call) throws IOException {
    @Nullable CallTracker tracker = CallTracker.of(call.request());
    if (tracker == null) {
      return source.token(call);
    }
    long start = System.nanoTime();
    try {
      return source.token(call);
    } finally {
      tracker.tokenAwaited(start);
    }
  }

  @Override
  public boolean invalidate(AccessToken token) {
    return source.invalidate(token);
  }

  @Override
  public void confirmRevoked(AccessToken token) {
    source.confirmRevoked(token);
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public void releaseLease() {
    source.releaseLease();
  }

  @Override
  public String hint(AccessToken token) {
    return source.hint(token);
  }
}
