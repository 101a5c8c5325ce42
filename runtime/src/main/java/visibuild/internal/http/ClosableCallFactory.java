package visibuild.internal.http;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import visibuild.ConnectionException;
import visibuild.internal.error.WrappedApiIOException;

/** Begins calls, and lets them out, until the connection is closed. */
final class ClosableCallFactory implements Call.Factory {
  private final OkHttpClient reads;
  private final OkHttpClient writes;
  private final AtomicBoolean closed;

  /**
   * Makes calls with {@code client}.
   *
   * @param closed whether the connection was closed
   */
  ClosableCallFactory(OkHttpClient client, AtomicBoolean closed) {
    this.reads = client;
    // A redirected write would arrive as a read that carries a token that writes, or be done twice.
    // So would one whose connection breaks off, if OkHttp sent it again: it may have been done.
    this.writes =
        client.newBuilder().followRedirects(false).retryOnConnectionFailure(false).build();
    this.closed = closed;
  }

  /**
   * Lets out a call that was begun before, or fails. OkHttp knows the call by now: who closes the
   * connection after this look finds it to be cancelled.
   */
  static CallInterceptor letOut(AtomicBoolean closed, CallInterceptor next) {
    return (chain, request) -> {
      if (closed.get()) {
        throw new WrappedApiIOException(isClosed());
      }
      return next.send(chain, request);
    };
  }

  private static ConnectionException isClosed() {
    return new ConnectionException(
        "This Visibuild is closed; make the call before close(), or connect again.", null);
  }

  @Override
  public Call newCall(Request request) {
    if (closed.get()) {
      throw isClosed();
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> reads.newCall(request);
      default -> writes.newCall(request);
    };
  }
}
