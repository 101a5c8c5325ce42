package visibuild.internal.http;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** Sends a token request on a connection that the server has not closed. */
record LiveConnectionInterceptor(ConnectionMonitor connections) implements CallInterceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    return Interruptions.send(this, chain, chain.request());
  }

  /** Each stale connection leaves the pool, so this ends with a live or a new one. */
  @Override
  public Response send(Chain chain, Request request) throws IOException {
    try {
      while (true) {
        try {
          return chain.proceed(request);
        } catch (StaleConnectionException e) {
          if (!e.isReused() || chain.call().isCanceled()) {
            throw e;
          }
        }
      }
    } finally {
      connections.reset(chain.call());
    }
  }
}
